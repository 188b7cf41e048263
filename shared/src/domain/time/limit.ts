export const limitUnits = ['hours', 'working_days', 'calendar_days'] as const
export type LimitUnit = (typeof limitUnits)[number]

/**
 * How long something may take. `hours` run round the clock and `calendar_days` are 24 hours each, also over holidays;
 * `working_days` are days on which the office is open. Values are positive; working days are whole.
 */
export interface Limit {
  readonly unit: LimitUnit
  readonly value: number
}

const unitWords: Record<LimitUnit, string> = { hours: '小时', working_days: '个工作日', calendar_days: '天' }

/** `3 个工作日`, `24 小时`, `15 天` */
export const limitWords = (limit: Limit) => `${limit.value} ${unitWords[limit.unit]}`
