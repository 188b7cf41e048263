import type { BookingPolicy, ItemRules } from '@xinban/shared/domain'

export type RuleKey = Exclude<keyof ItemRules, 'weekly' | 'horizonKind'>
export type PolicyKey = keyof BookingPolicy

export interface NumberField<Key extends string> {
  readonly key: Key
  readonly label: string
  readonly min: number
  readonly max: number
}

/** How an item is served; the bounds are those that the server takes. */
export const ruleFields: readonly NumberField<RuleKey>[] = [
  { key: 'slotMinutes', label: '每个时段几分钟', min: 5, max: 240 },
  { key: 'bufferMinutes', label: '时段之间空几分钟', min: 0, max: 120 },
  { key: 'windows', label: '几个窗口同时办', min: 1, max: 50 },
  { key: 'perWindow', label: '每个窗口一个时段办几个人', min: 1, max: 200 },
  { key: 'walkInPercent', label: '给现场取号留百分之几', min: 0, max: 100 },
  { key: 'leadMinutes', label: '至少提前几分钟约', min: 0, max: 43_200 },
  { key: 'horizonDays', label: '最多提前几天约', min: 0, max: 90 },
]

export const policyFields: readonly NumberField<PolicyKey>[] = [
  { key: 'holdMinutes', label: '填写时位置留几分钟', min: 1, max: 30 },
  { key: 'offerMinutes', label: '候补通知后留几分钟', min: 5, max: 240 },
  { key: 'checkInBefore', label: '提前几分钟可以签到', min: 0, max: 120 },
  { key: 'checkInAfter', label: '晚到几分钟还算到', min: 0, max: 120 },
  { key: 'changeUntilMinutes', label: '开始前几分钟停止自己改', min: 0, max: 10_080 },
  { key: 'perDay', label: '一个人一天最多约几次', min: 1, max: 20 },
  { key: 'perItem', label: '同一事项最多同时约几次', min: 1, max: 20 },
  { key: 'noShowCount', label: '几次没有来就暂停预约', min: 1, max: 20 },
  { key: 'noShowDays', label: '在多少天里算', min: 1, max: 365 },
  { key: 'pauseDays', label: '暂停几天', min: 1, max: 365 },
]
