/** What hours are worth; versions of a district's configuration. */
export interface PointRules {
  readonly version: number
  /** Minutes of service for one point. */
  readonly minutesPerPoint: number
  /** Minutes that count for one activity at most. */
  readonly mostMinutes: number
}

/** One hour is one point, and at most two hours count for an activity (the practice of Jintai's volunteer market). */
export const defaultPointRules: PointRules = { version: 0, minutesPerPoint: 60, mostMinutes: 120 }

/** Points are kept as whole halves, so that sums are exact. */
export const toPoints = (halfPoints: number): number => halfPoints / 2

/**
 * Half points for an activity: every begun half is dropped, so that nobody gains by rounding.
 * @param minutes whole minutes that were confirmed
 */
export function halfPointsFor(minutes: number, { minutesPerPoint, mostMinutes }: PointRules): number {
  const counted = Math.min(Math.max(0, minutes), mostMinutes)
  return Math.floor((counted * 2) / minutesPerPoint)
}

export const pointReasons = ['service', 'correction', 'redemption', 'refund'] as const
export type PointReason = (typeof pointReasons)[number]
export const pointReasonWords: Record<PointReason, string> = {
  service: '志愿服务',
  correction: '时长更正',
  redemption: '集市兑换',
  refund: '兑换取消，退回',
}

export const volunteerStates = ['applied', 'member', 'refused', 'left'] as const
export type VolunteerState = (typeof volunteerStates)[number]
export const volunteerStateWords: Record<VolunteerState, string> = {
  applied: '等待队伍同意',
  member: '队员',
  refused: '没有通过',
  left: '已退出',
}

export const redemptionStates = ['reserved', 'handed_over', 'cancelled'] as const
export type RedemptionState = (typeof redemptionStates)[number]
export const redemptionStateWords: Record<RedemptionState, string> = {
  reserved: '等你来取',
  handed_over: '已取走',
  cancelled: '已取消',
}

/** "2 小时 30 分钟", "45 分钟", "0 分钟". */
export function sayMinutes(total: number): string {
  const hours = Math.floor(total / 60)
  const rest = total % 60
  return [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分钟`].filter(Boolean).join(' ')
}
