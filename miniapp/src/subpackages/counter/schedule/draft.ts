import type { Schedule } from '@xinban/shared/contracts'
import { clockWords, type BookingPolicy, type DaySpan, type ItemRules, type WeeklySpan } from '@xinban/shared/domain'
import { hoursWords, readHours } from '@/words/calendar'
import { policyFields, ruleFields, type PolicyKey, type RuleKey } from './number-fields'

/** A schedule as it is being edited: hours and numbers as they are typed. */
export interface Draft {
  /** Hours of each weekday, 0 Sunday … 6 Saturday; empty: closed. */
  readonly week: readonly string[]
  readonly overrides: Schedule['overrides']
  readonly policy: Readonly<Record<PolicyKey, string>>
  readonly items: readonly ItemDraft[]
}
export interface ItemDraft {
  readonly itemId: string
  readonly scope: Schedule['items'][number]['scope']
  readonly horizonKind: ItemRules['horizonKind']
  /** An own week is kept as it is. */
  readonly weekly: ItemRules['weekly']
  readonly numbers: Readonly<Record<RuleKey, string>>
}

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** Monday first. */
export const weekOrder = [1, 2, 3, 4, 5, 6, 0] as const

const spansOf = (weekly: readonly WeeklySpan[], weekday: number): DaySpan[] =>
  weekly.filter((span) => span.weekday === weekday).sort((a, b) => a.from - b.from)

const texts = <Key extends string>(fields: readonly { key: Key }[], values: Readonly<Record<Key, number>>) =>
  Object.fromEntries(fields.map(({ key }) => [key, String(values[key])])) as Record<Key, string>

export const draftOfItem = (itemId: string, scope: ItemDraft['scope'], rules: ItemRules): ItemDraft => ({
  ...{ itemId, scope, horizonKind: rules.horizonKind, weekly: rules.weekly },
  numbers: texts(ruleFields, rules),
})

export const draftOf = ({ weekly, overrides, policy, items }: Schedule): Draft => ({
  week: weekdayNames.map((_, weekday) => hoursWords(spansOf(weekly, weekday))),
  overrides,
  policy: texts(policyFields, policy),
  items: items.map(({ itemId, scope, rules }) => draftOfItem(itemId, scope, rules)),
})

export type DraftRead =
  | { readonly isSound: true; readonly schedule: Schedule }
  /** What is wrong, by the fields' ids, in their order on the page. */
  | { readonly isSound: false; readonly wrong: Readonly<Record<string, string>> }

/** What was typed as a schedule, or everything that is wrong with it. */
export function readDraft(draft: Draft): DraftRead {
  const wrong: Record<string, string> = {}
  const weekly = weekOrder.flatMap((weekday) => readDay(draft.week[weekday] ?? '', weekday, wrong))
  const items = draft.items.map((item) => ({
    ...{ itemId: item.itemId, scope: item.scope },
    rules: {
      ...readNumbers(ruleFields, item.numbers, `item-${item.itemId}`, wrong),
      ...{ horizonKind: item.horizonKind, weekly: item.weekly && [...item.weekly] },
    },
  }))
  const policy: BookingPolicy = readNumbers(policyFields, draft.policy, 'policy', wrong)
  if (Object.keys(wrong).length > 0) return { isSound: false, wrong }
  return { isSound: true, schedule: { weekly, overrides: draft.overrides, policy, items } }
}

function readDay(words: string, weekday: number, wrong: Record<string, string>): WeeklySpan[] {
  if (words.trim() === '') return []
  const spans = readHours(words)
  const isApart = spans?.every(({ from }, index) => index === 0 || from >= (spans[index - 1]?.to ?? 0))
  if (!spans || !isApart) {
    wrong[`week-${weekday}`] =
      `请写成 ${clockWords(540)}–${clockWords(720)}、${clockWords(780)}–${clockWords(1020)} 这样，不办理就空着`
    return []
  }
  return spans.map(({ from, to }) => ({ weekday, from, to }))
}

function readNumbers<Key extends string>(
  fields: readonly { key: Key; min: number; max: number }[],
  values: Readonly<Record<Key, string>>,
  id: string,
  wrong: Record<string, string>,
): Record<Key, number> {
  const read = fields.map(({ key, min, max }) => {
    const words = values[key].trim()
    const value = /^\d+$/.test(words) ? Number(words) : NaN
    if (!(value >= min && value <= max)) wrong[`${id}-${key}`] = `请写 ${min} 到 ${max} 之间的整数`
    return [key, value] as const
  })
  return Object.fromEntries(read) as Record<Key, number>
}
