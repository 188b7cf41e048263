import type { Pledge, PledgeEvent, PledgeList, PledgeSummary } from '@xinban/shared/contracts'
import { chinaDate, partlyReportedWord, pledgeActionWords, roleWords } from '@xinban/shared/domain'

/** `11 月 30 日`, with the year where it is another one. @param date `YYYY-MM-DD` */
export function sayDay(date: string, now: Date): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const inYear = `${Number(month)} 月 ${Number(day)} 日`
  return year === chinaDate(now).slice(0, 4) ? inYear : `${year} 年 ${inYear}`
}

/** `6.5 万元`, `800 元`. @param fen whole fen */
export function sayMoney(fen: number): string {
  const yuan = fen / 100
  if (yuan < 10_000) return `${yuan} 元`
  return `${Number((yuan / 10_000).toFixed(2))} 万元`
}

/** `62%`, and that something is missing. */
export function sayProgress({
  progress,
  isPartlyReported,
}: Pick<PledgeSummary, 'progress' | 'isPartlyReported'>): string {
  if (progress === null) return '还没有报进展'
  return isPartlyReported ? `${progress}%（${partlyReportedWord}）` : `${progress}%`
}

/** How a year's list stands, in one line. */
export function sayListProgress({ pledges }: Pick<PledgeList, 'pledges'>): string {
  const done = pledges.filter(({ state }) => state === 'struck_off').length
  const late = pledges.filter(({ light }) => light === 'red').length
  return [`${pledges.length} 件`, `办成 ${done} 件`, late > 0 && `超期 ${late} 件`].filter(Boolean).join(' · ')
}

/** How satisfied residents are; silence is never satisfaction, so it says of how many. */
export function saySatisfaction({ survey, rating }: Pick<PledgeSummary, 'survey' | 'rating'>): string | null {
  if (survey) return `测评 ${survey.mean} 分（${survey.coverage}% 的人填了）`
  if (rating.stars !== null) return `${rating.stars} 星（${rating.count} 人评）`
  return null
}

/** What happened, to whoever reads the history. */
export function tellPledgeEvent({ action, milestoneId, progress }: PledgeEvent, { milestones }: Pledge): string {
  if (action === 'publish') return '公布承诺'
  const step = milestones.find(({ id }) => id === milestoneId)?.title
  if (action === 'complete-milestone' && step !== undefined) return `「${step}」完成`
  if (action === 'progress' && step !== undefined && progress !== null) return `「${step}」办到 ${progress}%`
  return told[action] ?? pledgeActionWords[action]
}

/** What officials have a term for, as everyone says it. */
const told: Partial<Record<PledgeEvent['action'], string>> = {
  'request-strike-off': '报告办成，开始公示',
  'strike-off': '街道核实，办成了',
  'send-back': '核实后退回，继续办',
  grade: '街道打了分',
}

/** Who did it: an org and a role, never a person. */
export function sayActor({ by: { org, role } }: Pick<PledgeEvent, 'by'>): string {
  if (org) return org.name
  return role === null ? '居民' : roleWords[role]
}

export const statePhrase = ({
  state,
  light,
  lightWord,
}: Pick<PledgeSummary, 'state' | 'light' | 'lightWord'>): string =>
  state === 'in_notice' && light !== 'red' ? '公示中' : lightWord

/** For how long there was no report, by the district's own number of days. */
export const sayStale = ({ staleDays }: { staleDays: number }): string => `超过 ${staleDays} 天没有更新`
