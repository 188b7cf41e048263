import {
  sharedRuleKeys,
  type HorizonKind,
  type ItemRules,
  type PolicyKey,
  type SharedRuleKey,
} from '@xinban/shared/domain'

export type RuleKey = Exclude<keyof ItemRules, 'weekly' | 'horizonKind'>

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

const isShared = (key: RuleKey): key is SharedRuleKey => (sharedRuleKeys as readonly string[]).includes(key)
/** Those that a district sets for all halls. */
export const sharedRuleFields: readonly NumberField<SharedRuleKey>[] = ruleFields.flatMap(({ key, ...field }) =>
  isShared(key) ? [{ key, ...field }] : [],
)

export const horizonWords: Record<HorizonKind, string> = { calendar: '自然日', working: '工作日' }

/** Numbers as they are typed. */
export const typedNumbers = <Key extends string>(
  fields: readonly { key: Key }[],
  values: Readonly<Record<Key, number>>,
  follows: readonly string[] = [],
) =>
  Object.fromEntries(fields.map(({ key }) => [key, follows.includes(key) ? '' : String(values[key])])) as Record<
    Key,
    string
  >

/**
 * What was typed. Whatever is wrong goes into `wrong` by the ids of the fields.
 * @param followed what holds where a field is left empty
 */
export function readNumbers<Key extends string>(
  fields: readonly NumberField<Key>[],
  values: Readonly<Record<Key, string>>,
  { id, wrong, followed = {} }: { id: string; wrong: Record<string, string>; followed?: Partial<Record<Key, number>> },
): Record<Key, number> {
  const read = fields.map(({ key, min, max }) => {
    const words = values[key].trim()
    const byDistrict: number | undefined = followed[key]
    if (words === '' && byDistrict !== undefined) return [key, byDistrict] as const
    const value = /^\d+$/.test(words) ? Number(words) : NaN
    if (!(value >= min && value <= max)) wrong[`${id}-${key}`] = `请写 ${min} 到 ${max} 之间的整数`
    return [key, value] as const
  })
  return Object.fromEntries(read) as Record<Key, number>
}

/** Which of the fields were left to the district. */
export const leftEmpty = <Key extends string>(
  fields: readonly { key: Key }[],
  values: Readonly<Record<Key, string>>,
): Key[] => fields.flatMap(({ key }) => (values[key].trim() === '' ? [key] : []))
