import { limitWords, type Limit, type LimitUnit } from './limit'

/** What each limit is for, in what it is counted, and the most that makes sense. */
export const limitRules = {
  acceptUrgent: { words: '紧急单接单', unit: 'hours', most: 24 },
  accept: { words: '普通单接单', unit: 'working_days', most: 10 },
  fulfilUrgent: { words: '紧急单办结', unit: 'hours', most: 168 },
  fulfil: { words: '普通单办结', unit: 'working_days', most: 60 },
  fulfilComplex: { words: '复杂单办结', unit: 'working_days', most: 120 },
  resolveDecline: { words: '审退单', unit: 'working_days', most: 10 },
  grade: { words: '评单', unit: 'working_days', most: 30 },
  callback: { words: '差评回访', unit: 'working_days', most: 10 },
  rectify: { words: '差评整改', unit: 'working_days', most: 60 },
  resolveExtension: { words: '审延期', unit: 'working_days', most: 10 },
  resolveDispute: { words: '处理异议', unit: 'working_days', most: 30 },
  resolveEscalation: { words: '区级督办答复', unit: 'working_days', most: 30 },
  approveWish: { words: '审单', unit: 'working_days', most: 10 },
  claimWish: { words: '心愿墙待认领', unit: 'calendar_days', most: 180 },
  contactWish: { words: '领单后首次联系', unit: 'calendar_days', most: 30 },
  fulfilClaim: { words: '领单办结', unit: 'calendar_days', most: 180 },
  fulfilWish: { words: '微心愿办结', unit: 'calendar_days', most: 365 },
  // Hours of office time; the others are working days (docs/adr/0016).
  whistleSign: { words: '哨签收', unit: 'hours', most: 8 },
  whistleContact: { words: '哨联系', unit: 'working_days', most: 10 },
  whistleAttend: { words: '推进哨到场', unit: 'working_days', most: 20 },
  whistleAttendHard: { words: '攻坚哨到场', unit: 'working_days', most: 30 },
  ratingWindow: { words: '评价期', unit: 'calendar_days', most: 90 },
  disputeWindow: { words: '异议期', unit: 'calendar_days', most: 180 },
} as const satisfies Record<string, { words: string; unit: LimitUnit; most: number }>

export type LimitKey = keyof typeof limitRules
export const limitKeys = Object.keys(limitRules) as [LimitKey, ...LimitKey[]]

/**
 * The limits of a district: one of each, at which share of a clock's time its holder is warned (percent), and how many
 * wishes a unit may have in hand at once.
 */
export type Limits = Readonly<Record<LimitKey, Limit>> & { readonly warnPercent: number; readonly openClaims: number }

const workingDays = (value: number): Limit => ({ unit: 'working_days', value })
const hours = (value: number): Limit => ({ unit: 'hours', value })
const calendarDays = (value: number): Limit => ({ unit: 'calendar_days', value })

/** What holds in a district that has set nothing. */
export const defaultLimits: Limits = {
  acceptUrgent: hours(2),
  accept: workingDays(1),
  fulfilUrgent: hours(24),
  fulfil: workingDays(5),
  fulfilComplex: workingDays(15),
  resolveDecline: workingDays(1),
  grade: workingDays(5),
  callback: workingDays(1),
  rectify: workingDays(15),
  resolveExtension: workingDays(1),
  resolveDispute: workingDays(5),
  resolveEscalation: workingDays(5),
  approveWish: workingDays(2),
  claimWish: calendarDays(30),
  contactWish: calendarDays(7),
  fulfilClaim: calendarDays(30),
  fulfilWish: calendarDays(60),
  // Nanjing Gulou: signed within 1 hour, contact within 24 hours, at the place within 3 working days, 5 for hard cases.
  whistleSign: hours(1),
  whistleContact: workingDays(1),
  whistleAttend: workingDays(3),
  whistleAttendHard: workingDays(5),
  ratingWindow: calendarDays(15),
  disputeWindow: calendarDays(30),
  warnPercent: 80,
  openClaims: 5,
}

/** A stored version with the defaults of limits that were not there when it was saved. */
export const completeLimits = (stored: Partial<Limits>): Limits => ({ ...defaultLimits, ...stored })

/** The limit for accepting an order. Urgent is water, power, gas, heat, danger. */
export function acceptLimit(limits: Limits, order: { isUrgent: boolean }): Limit {
  return order.isUrgent ? limits.acceptUrgent : limits.accept
}

/** The limit for fulfilling an order, counted from its submission; the service item's own wins where it has one. */
export function fulfilLimit(
  limits: Limits,
  order: { isUrgent: boolean; isComplex: boolean; itemLimit?: Limit | null | undefined },
): Limit {
  if (order.itemLimit) return order.itemLimit
  if (order.isUrgent) return limits.fulfilUrgent
  return order.isComplex ? limits.fulfilComplex : limits.fulfil
}

export interface LimitIssue {
  path: LimitKey | 'warnPercent' | 'openClaims'
  message: string
}

/** Pairs of which the first must be shorter than the second, in the same unit. */
const shorterPairs = [
  ['acceptUrgent', 'fulfilUrgent'],
  ['accept', 'fulfil'],
  ['fulfil', 'fulfilComplex'],
  ['contactWish', 'fulfilClaim'],
  ['whistleContact', 'whistleAttend'],
  ['whistleAttend', 'whistleAttendHard'],
] as const

/** Everything that is wrong with a district's limits, in Chinese; empty when nothing is. */
export function limitIssues(limits: Limits): LimitIssue[] {
  const single = limitKeys.flatMap((key) => {
    const message = valueIssue(key, limits[key])
    return message ? [{ path: key, message }] : []
  })
  const isSound = (key: LimitKey) => single.every((issue) => issue.path !== key)
  const pairs = shorterPairs.flatMap(([first, second]) => {
    if (!isSound(first) || !isSound(second) || limits[first].value < limits[second].value) return []
    const [a, b] = [limitRules[first].words, limitRules[second].words]
    return [{ path: first, message: `${a}（${limitWords(limits[first])}）要短于${b}（${limitWords(limits[second])}）` }]
  })
  const { warnPercent } = limits
  const isWarnable = Number.isInteger(warnPercent) && warnPercent >= 50 && warnPercent <= 95
  const warn: LimitIssue[] = isWarnable
    ? []
    : [{ path: 'warnPercent', message: '预警要在用掉时限的 50 % 到 95 % 之间' }]
  const { openClaims } = limits
  const isCount = Number.isInteger(openClaims) && openClaims >= 1 && openClaims <= 100
  const claims: LimitIssue[] = isCount
    ? []
    : [{ path: 'openClaims', message: '一个单位同时在手的领单要在 1 到 100 个之间' }]
  return [...single, ...pairs, ...warn, ...claims]
}

function valueIssue(key: LimitKey, limit: Limit): string | null {
  const { words, unit, most } = limitRules[key]
  if (limit.unit !== unit) return `${words}的时限要按${unitNames[unit]}算`
  if (!Number.isInteger(limit.value) || limit.value < 1 || limit.value > most)
    return `${words}的时限要是 1 到 ${limitWords({ unit, value: most })}之间的整数`
  return null
}

const unitNames: Record<LimitUnit, string> = { hours: '小时', working_days: '工作日', calendar_days: '天（自然日）' }
