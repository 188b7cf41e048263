export const orgLevels = ['district', 'street', 'community', 'grid', 'unit'] as const
export type OrgLevel = (typeof orgLevels)[number]

export const orgLevelWords: Record<OrgLevel, string> = {
  district: '区',
  street: '街道（镇）',
  community: '社区（村）',
  grid: '网格',
  unit: '单位',
}

/** Statistical division codes: 6 digits a district, 9 a street, 12 a community, 15 a grid (3 of our own). */
const codeShapes: Record<OrgLevel, RegExp> = {
  district: /^\d{6}$/,
  street: /^\d{9}$/,
  community: /^\d{12}$/,
  grid: /^\d{15}$/,
  unit: /^[A-Z0-9][A-Z0-9-]{3,31}$/,
}

/** Which level stands directly above; a unit may be attached to any of the upper three. */
const parentLevels: Record<OrgLevel, readonly OrgLevel[]> = {
  district: [],
  street: ['district'],
  community: ['street'],
  grid: ['community'],
  unit: ['district', 'street', 'community'],
}

export const isCodeOf = (level: OrgLevel, code: string): boolean => codeShapes[level].test(code)
export const mayStandUnder = (level: OrgLevel, parentLevel: OrgLevel): boolean =>
  parentLevels[level].includes(parentLevel)

/** Territory as a path from the district down: `/610303/610303001/610303001002/`. */
export const orgPath = (parentPath: string | null, code: string): string => `${parentPath ?? '/'}${code}/`

/** Whether `path` lies in the territory of `territoryPath` (or is it). */
export const isWithin = (path: string, territoryPath: string): boolean => path.startsWith(territoryPath)

/** The code at the top of a path. */
export const districtOf = (path: string): string => path.split('/')[1] ?? ''
