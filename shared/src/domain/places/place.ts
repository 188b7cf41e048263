/** What kind of place people of a community name when they say where something is. */
export const placeKinds = [
  'estate',
  'building',
  'village_group',
  'road',
  'square',
  'park',
  'school',
  'market',
  'other',
] as const
export type PlaceKind = (typeof placeKinds)[number]

export const placeKindWords: Record<PlaceKind, string> = {
  estate: '小区（院）',
  building: '楼栋',
  village_group: '村组',
  road: '路段',
  square: '广场',
  park: '公园',
  school: '学校',
  market: '市场',
  other: '其他',
}

export const placeActions = ['update', 'close', 'reopen'] as const
export type PlaceAction = (typeof placeActions)[number]

/** What can be done to a place, by whoever may keep the list. A place is closed, never deleted. */
export const possiblePlaceActions = ({ isClosed }: { isClosed: boolean }): PlaceAction[] =>
  isClosed ? ['reopen'] : ['update', 'close']

/**
 * What makes two names the same, and what a search compares: width, case, white space and brackets do not matter, so
 * that `3号院`, `3 号院` and `３号院` are one place. At most 80 UTF-16 units, because some characters unfold to many.
 */
export const placeNameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】「」]/g, '')
    .slice(0, 80)

/** The words of an order's place with the name of a chosen place in front; what was typed beside the former name stays. */
export function withPlaceName(words: string, formerName: string, name: string): string {
  const typed = words.trim()
  const rest = formerName !== '' && typed.startsWith(formerName) ? typed.slice(formerName.length).trim() : typed
  if (rest === '' || rest.startsWith(name)) return rest === '' ? name : rest
  return `${name} ${rest}`
}
