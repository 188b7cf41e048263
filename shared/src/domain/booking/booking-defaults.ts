import {
  defaultBookingPolicy,
  defaultItemRules,
  type BookingPolicy,
  type HorizonKind,
  type ItemRules,
} from './schedule'

export const policyKeys = [
  'holdMinutes',
  'offerMinutes',
  'checkInBefore',
  'checkInAfter',
  'changeUntilMinutes',
  'perDay',
  'perItem',
  'noShowCount',
  'noShowDays',
  'pauseDays',
] as const satisfies readonly (keyof BookingPolicy)[]
export type PolicyKey = (typeof policyKeys)[number]

/** What of an item's rules a district may set for all halls. Whoever follows `horizonDays` follows its kind as well. */
export const sharedRuleKeys = ['leadMinutes', 'horizonDays', 'walkInPercent'] as const
export type SharedRuleKey = (typeof sharedRuleKeys)[number]

export type DefaultKey = PolicyKey | SharedRuleKey
export const defaultKeys: readonly DefaultKey[] = [...policyKeys, ...sharedRuleKeys]

/** What a district sets for its halls; each of them may go by something else. */
export interface BookingDefaults extends BookingPolicy, Pick<ItemRules, SharedRuleKey> {
  readonly horizonKind: HorizonKind
}

export const usualBookingDefaults: BookingDefaults = {
  ...defaultBookingPolicy,
  leadMinutes: defaultItemRules.leadMinutes,
  horizonDays: defaultItemRules.horizonDays,
  horizonKind: defaultItemRules.horizonKind,
  walkInPercent: defaultItemRules.walkInPercent,
}

/** The values of a district in place of a hall's own, wherever the hall follows it. */
export function policyBy(own: BookingPolicy, follows: readonly PolicyKey[], defaults: BookingDefaults): BookingPolicy {
  const followed = follows.map((key) => [key, defaults[key]] as const)
  return { ...own, ...(Object.fromEntries(followed) as Partial<BookingPolicy>) }
}

/** The same of how an item is served. */
export function rulesBy(own: ItemRules, follows: readonly SharedRuleKey[], defaults: BookingDefaults): ItemRules {
  const followed = follows.map((key) => [key, defaults[key]] as const)
  return {
    ...own,
    ...(Object.fromEntries(followed) as Partial<ItemRules>),
    ...(follows.includes('horizonDays') && { horizonKind: defaults.horizonKind }),
  }
}

/** What one set of values says otherwise than another; the kind of the horizon counts with its days. */
export const changedDefaults = (before: BookingDefaults, after: BookingDefaults): DefaultKey[] =>
  defaultKeys.filter(
    (key) => before[key] !== after[key] || (key === 'horizonDays' && before.horizonKind !== after.horizonKind),
  )
