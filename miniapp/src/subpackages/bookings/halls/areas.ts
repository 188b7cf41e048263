import type { Point } from '@xinban/shared/domain'
import { asNear } from '@/words/places'

export type Area = 'near' | 'community' | 'street' | 'district'

interface AreaTab {
  readonly key: Area
  readonly word: string
  /** The org whose halls, and those below it, are listed. */
  readonly org?: string
}

/** Where to look, the nearest first. A community's code begins with its street's. */
export function areasOf(community: string | undefined, district: string | undefined, isLocated: boolean): AreaTab[] {
  return [
    ...(isLocated ? [{ key: 'near', word: '离我近' } as const] : []),
    ...(district === undefined ? [] : [{ key: 'district', word: '全区', org: district } as const]),
    ...(community === undefined
      ? []
      : ([
          { key: 'community', word: '本社区', org: community },
          { key: 'street', word: '本镇街', org: community.slice(0, 9) },
        ] as const)),
  ].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}
const order: readonly Area[] = ['near', 'community', 'street', 'district']

/** What to ask for; null while it is not known where. */
export function hallQuery(areas: readonly AreaTab[], active: Area | undefined, point: Point | undefined, q: string) {
  const search = q === '' ? {} : { q }
  const near = point && { near: asNear(point) }
  if (active === 'near') return near ? { ...near, ...search } : null
  const org = areas.find(({ key }) => key === active)?.org
  return org === undefined ? null : { org, ...near, ...search }
}
