import { keep, readKept } from '@/platform/storage'

export type TargetGroup = 'member' | 'grid' | 'unit'

interface LastTarget {
  group: TargetGroup
  /** Id of a member or code of an org. */
  target: string
}

const keyOf = (membershipId: string): string => `last-target:${membershipId}`

/** To whom someone dispatched last in this role, on this device; ids alone are kept. */
export const recallTarget = (membershipId: string): LastTarget | undefined => readKept<LastTarget>(keyOf(membershipId))
export const rememberTarget = (membershipId: string, last: LastTarget): void => keep(keyOf(membershipId), last)
