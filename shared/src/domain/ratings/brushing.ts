/** Why a rating is shown to the auditor. It counts all the same: a flag is a question, never a verdict. */
export const ratingPatterns = ['soon_after_fulfilment', 'several_owners', 'staff_device'] as const
export type RatingPattern = (typeof ratingPatterns)[number]

export const ratingPatternWords: Record<RatingPattern, string> = {
  soon_after_fulfilment: '同一台设备，多个单刚办结就评',
  several_owners: '同一台设备，短时间替几个人评',
  staff_device: '在工作人员登录过的设备上评（演示）',
}

/** What brushing is taken to look like; minutes and numbers. */
export interface BrushingRules {
  /** Ratings within `soonMinutes` of fulfilment that make a pattern, within `windowMinutes`. */
  readonly soonCount: number
  readonly soonMinutes: number
  readonly windowMinutes: number
  /** Different owners that make a pattern, within `ownersMinutes`. */
  readonly owners: number
  readonly ownersMinutes: number
}

export const brushingRules: BrushingRules = {
  ...{ soonCount: 3, soonMinutes: 10, windowMinutes: 24 * 60 },
  ...{ owners: 2, ownersMinutes: 60 },
}

export interface DeviceRating {
  readonly orderId: string
  readonly ownerId: string
  readonly ratedAt: Date
  readonly fulfilledAt: Date
}

export interface Brushing {
  readonly pattern: Exclude<RatingPattern, 'staff_device'>
  /** The other orders that make the pattern, in the order given. */
  readonly others: readonly string[]
}

const minutesBetween = (earlier: Date, later: Date) => (later.getTime() - earlier.getTime()) / 60_000

/**
 * Which patterns the latest rating of a device completes. The limits themselves still belong to the pattern.
 * @param latest the rating that is being given
 * @param earlier first ratings from the same device; later ones than `latest` do not count
 */
export function brushingOf(
  latest: DeviceRating,
  earlier: readonly DeviceRating[],
  rules: BrushingRules = brushingRules,
): Brushing[] {
  const others = earlier.filter(({ orderId, ratedAt }) => orderId !== latest.orderId && ratedAt <= latest.ratedAt)
  const within = (minutes: number) => others.filter(({ ratedAt }) => minutesBetween(ratedAt, latest.ratedAt) <= minutes)
  const isSoon = ({ ratedAt, fulfilledAt }: DeviceRating) => minutesBetween(fulfilledAt, ratedAt) <= rules.soonMinutes
  const soon = isSoon(latest) ? within(rules.windowMinutes).filter(isSoon) : []
  const strangers = within(rules.ownersMinutes).filter(({ ownerId }) => ownerId !== latest.ownerId)
  const owners = new Set([latest.ownerId, ...strangers.map(({ ownerId }) => ownerId)])
  const found: Brushing[] = []
  if (isSoon(latest) && soon.length + 1 >= rules.soonCount) found.push(told('soon_after_fulfilment', soon))
  if (owners.size > 1 && owners.size >= rules.owners) found.push(told('several_owners', strangers))
  return found
}

const told = (pattern: Brushing['pattern'], ratings: readonly DeviceRating[]): Brushing => ({
  pattern,
  others: ratings.map(({ orderId }) => orderId),
})
