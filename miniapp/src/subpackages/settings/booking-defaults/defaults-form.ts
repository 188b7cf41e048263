import type { BookingDefaultSettings } from '@xinban/shared/contracts'
import type { BookingDefaults, DefaultKey, HorizonKind, PolicyKey, SharedRuleKey } from '@xinban/shared/domain'
import { policyFields, readNumbers, sharedRuleFields, typedNumbers } from '@/words/booking-rules'

/** The rules of a district as they are typed. */
export interface DefaultsForm {
  readonly policy: Readonly<Record<PolicyKey, string>>
  readonly rules: Readonly<Record<SharedRuleKey, string>>
  readonly horizonKind: HorizonKind
}

export const formId = 'default'

export const formOf = ({ defaults }: BookingDefaultSettings): DefaultsForm => ({
  policy: typedNumbers(policyFields, defaults),
  rules: typedNumbers(sharedRuleFields, defaults),
  horizonKind: defaults.horizonKind,
})

/** What was typed, and all that is wrong with it by the ids of the fields. */
export function readForm(form: DefaultsForm): { defaults: BookingDefaults; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const defaults = {
    ...readNumbers(policyFields, form.policy, { id: formId, wrong }),
    ...readNumbers(sharedRuleFields, form.rules, { id: formId, wrong }),
    horizonKind: form.horizonKind,
  }
  return { defaults, wrong }
}

/** How many halls go by each value. */
export const followerHints = ({ followers, halls }: BookingDefaultSettings): Record<DefaultKey, string> =>
  Object.fromEntries(Object.entries(followers).map(([key, count]) => [key, followerWords(count, halls)])) as Record<
    DefaultKey,
    string
  >

function followerWords(count: number, halls: number): string {
  if (halls === 0) return '还没有大厅'
  if (count === 0) return '现在没有大厅照这个，各有自己的规定'
  return count === halls ? `${halls} 个大厅都照这个` : `${halls} 个大厅里有 ${count} 个照这个`
}
