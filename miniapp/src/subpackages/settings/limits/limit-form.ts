import type { LimitSettings } from '@xinban/shared/contracts'
import { limitIssues, limitKeys, limitRules, type LimitKey, type Limits } from '@xinban/shared/domain'
import { hoursWords, readHours } from '@/words/calendar'

export type LimitField = LimitKey | 'warnPercent' | 'openClaims' | 'officeHours'
/** What stands in the fields, as it is typed. */
export type LimitForm = Readonly<Record<LimitField, string>>

export const sections: readonly { title: string; keys: readonly LimitKey[] }[] = [
  { title: '接单和办结', keys: ['acceptUrgent', 'accept', 'fulfilUrgent', 'fulfil', 'fulfilComplex'] },
  { title: '评单和差评', keys: ['grade', 'callback', 'rectify'] },
  { title: '街道和区的审核', keys: ['resolveDecline', 'resolveExtension', 'resolveDispute', 'resolveEscalation'] },
  { title: '心愿和单位领单', keys: ['approveWish', 'claimWish', 'contactWish', 'fulfilClaim', 'fulfilWish'] },
  { title: '吹哨报到', keys: ['whistleSign', 'whistleContact', 'whistleAttend', 'whistleAttendHard'] },
  { title: '居民的期限', keys: ['ratingWindow', 'disputeWindow'] },
]

/** What begins each clock, for its example. */
export const startWords: Record<LimitKey, string> = {
  ...{ acceptUrgent: '现在收单', accept: '现在收单', fulfilUrgent: '现在收单' },
  ...{
    fulfil: '现在收单',
    fulfilComplex: '现在收单',
    grade: '现在评价',
    callback: '现在收到差评',
    rectify: '现在收到差评',
  },
  ...{ resolveDecline: '现在申请退单', resolveExtension: '现在申请延期', resolveDispute: '现在提出异议' },
  ...{ approveWish: '现在送审', claimWish: '现在上墙', contactWish: '现在认领', fulfilClaim: '现在认领' },
  ...{ fulfilWish: '现在收单' },
  ...{ whistleSign: '现在吹哨', whistleContact: '现在吹哨', whistleAttend: '现在吹哨', whistleAttendHard: '现在吹哨' },
  ...{ resolveEscalation: '现在提级', ratingWindow: '现在办结', disputeWindow: '现在办结' },
}
export const endWords: Record<LimitKey, string> = {
  ...{
    acceptUrgent: '接单',
    accept: '接单',
    fulfilUrgent: '办结',
    fulfil: '办结',
    fulfilComplex: '办结',
    grade: '评单',
  },
  ...{
    callback: '回访',
    rectify: '整改好',
    resolveDecline: '审完',
    resolveExtension: '审完',
    resolveDispute: '处理完',
  },
  ...{ approveWish: '审完', claimWish: '转到街道', contactWish: '首次联系', fulfilClaim: '办结', fulfilWish: '办结' },
  ...{ whistleSign: '签收', whistleContact: '联系好', whistleAttend: '到场', whistleAttendHard: '到场' },
  ...{ resolveEscalation: '答复', ratingWindow: '可以评价', disputeWindow: '可以提异议' },
}

export function formOf({ limits, officeHours }: Pick<LimitSettings, 'limits' | 'officeHours'>): LimitForm {
  const values = Object.fromEntries(limitKeys.map((key) => [key, String(limits[key].value)])) as Record<
    LimitKey,
    string
  >
  const { warnPercent, openClaims } = limits
  return {
    ...values,
    warnPercent: String(warnPercent),
    openClaims: String(openClaims),
    officeHours: hoursWords(officeHours),
  }
}

const numberOf = (words: string) => (words.trim() === '' ? Number.NaN : Number(words))

export function limitsOf(form: LimitForm): Limits {
  const limits = Object.fromEntries(
    limitKeys.map((key) => [key, { unit: limitRules[key].unit, value: numberOf(form[key]) }]),
  ) as Record<LimitKey, Limits[LimitKey]>
  return { ...limits, warnPercent: numberOf(form.warnPercent), openClaims: numberOf(form.openClaims) }
}

/** What is wrong, by field; the same rules as the server's. */
export function formErrors(form: LimitForm): Partial<Record<LimitField, string>> {
  const errors: Partial<Record<LimitField, string>> = {}
  for (const { path, message } of limitIssues(limitsOf(form))) errors[path] ??= message
  if (readHours(form.officeHours) === null) errors.officeHours = '办公时间请写成 08:30–12:00、14:00–17:30 这样'
  return errors
}
