import type { Answer, Schedule } from '@xinban/shared/contracts'
import {
  clockWords,
  type BookingPolicy,
  type DaySpan,
  type ItemRules,
  type PolicyKey,
  type WeeklySpan,
} from '@xinban/shared/domain'
import { hoursWords, readHours } from '@/words/calendar'
import {
  leftEmpty,
  policyFields,
  readNumbers,
  ruleFields,
  sharedRuleFields,
  typedNumbers,
  type RuleKey,
} from '@/words/booking-rules'

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

export const draftOfItem = ({ itemId, scope, rules, follows }: Saved['items'][number]): ItemDraft => ({
  ...{ itemId, scope, horizonKind: rules.horizonKind, weekly: rules.weekly },
  numbers: typedNumbers(ruleFields, rules, follows),
})

type Saved = Answer<'halls.schedule'>

export const draftOf = ({ weekly, overrides, policy, follows, items }: Saved): Draft => ({
  week: weekdayNames.map((_, weekday) => hoursWords(spansOf(weekly, weekday))),
  overrides,
  policy: typedNumbers(policyFields, policy, follows),
  items: items.map(draftOfItem),
})

export type DraftRead =
  | { readonly isSound: true; readonly schedule: Schedule }
  /** What is wrong, by the fields' ids, in their order on the page. */
  | { readonly isSound: false; readonly wrong: Readonly<Record<string, string>> }

/** What the district says of an item where a hall leaves it to the district. */
export const followedRules = ({ leadMinutes, horizonDays, walkInPercent }: Saved['defaults']) => ({
  ...{ leadMinutes, horizonDays, walkInPercent },
})

/**
 * What was typed as a schedule, or everything that is wrong with it.
 * @param defaults what the district has set: it holds where a field is empty
 */
export function readDraft(draft: Draft, defaults: Saved['defaults']): DraftRead {
  const wrong: Record<string, string> = {}
  const weekly = weekOrder.flatMap((weekday) => readDay(draft.week[weekday] ?? '', weekday, wrong))
  const items = draft.items.map((item) => ({
    ...{ itemId: item.itemId, scope: item.scope },
    follows: leftEmpty(sharedRuleFields, item.numbers),
    rules: {
      ...readNumbers(ruleFields, item.numbers, {
        ...{ id: `item-${item.itemId}`, wrong, followed: followedRules(defaults) },
      }),
      ...{ horizonKind: item.horizonKind, weekly: item.weekly && [...item.weekly] },
    },
  }))
  const policy: BookingPolicy = readNumbers(policyFields, draft.policy, { id: 'policy', wrong, followed: defaults })
  const follows = leftEmpty(policyFields, draft.policy)
  if (Object.keys(wrong).length > 0) return { isSound: false, wrong }
  return { isSound: true, schedule: { weekly, overrides: draft.overrides, policy, follows, items } }
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
