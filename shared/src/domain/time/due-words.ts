import { formatInstant, sayTime } from './china-time'
import type { Due } from './due'
import { daysInGroup, type DayGroup, type DueStep, type MoveReason } from './due-steps'
import { limitWords } from './limit'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const weekdayWords = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const moveWords: Record<MoveReason, string> = {
  before_opening: '还没上班',
  break: '午休',
  after_closing: '已下班',
  day_off: '休息日',
}

/**
 * How a due time comes about, in one line: `9 月 30 日 17:00 收单 + 3 个工作日，跳过 10 月 1–7 日（国庆节），10 月 10 日补班 →
 * 10 月 10 日 17:00`. Years are said where they are not the start's.
 * @param from what began the clock: 收单, 办结 …
 */
export function dueWords(due: Pick<Due, 'explanation'>, from = '收单'): string {
  const first = due.explanation.find((step) => step.kind === 'received')?.at ?? ''
  const year = first.slice(0, 4)
  return due.explanation
    .map((step) => stepWords(step, year, from))
    .join('')
    .replaceAll('） ', '）')
}

/** What is left until a due time, or how long it is past: `还剩 3 小时`, `今天 17:00 前`, `已超期 2 天`. */
export function remainingWords(now: Date, due: Date): string {
  const left = due.getTime() - now.getTime()
  if (left < 0) return `已超期 ${spanOfTime(-left)}`
  if (left < minute) return '还剩不到 1 分钟'
  return left < 4 * hour ? `还剩 ${spanOfTime(left)}` : `${sayTime(due, now)} 前`
}

/** Whole minutes below an hour, whole hours below a day, else whole days; at least a minute. */
function spanOfTime(milliseconds: number): string {
  if (milliseconds >= day) return `${Math.floor(milliseconds / day)} 天`
  if (milliseconds >= hour) return `${Math.floor(milliseconds / hour)} 小时`
  return `${Math.max(1, Math.floor(milliseconds / minute))} 分钟`
}

function stepWords(step: DueStep, year: string, from: string): string {
  switch (step.kind) {
    case 'received':
      return `${timeWords(step.at, year)} ${from}`
    case 'moved':
      return `（${step.name ?? moveWords[step.because]}，${timeWords(step.to, year)} 起算）`
    case 'limit':
      return ` + ${limitWords(step.limit)}`
    case 'lengthened':
      return `，情况复杂改为 ${limitWords(step.limit)}`
    case 'extended':
      return `，延期 ${limitWords(step.limit)}`
    case 'skipped':
      return `，跳过 ${skippedWords(step.groups, year)}`
    case 'worked':
      return `，${step.groups.map((group) => workedWords(group, year)).join('、')}`
    case 'fitted':
      return `，当天 ${step.from.slice(11, 16)} 不办公`
    case 'due':
      return ` → ${timeWords(step.at, year)}`
    case 'provisional':
      return `（暂定：${Number(step.from.slice(0, 4))} 年的放假安排还没有公布，公布后可能会变）`
  }
}

/** Up to two plain weekends by their dates, more of them as a number of days. */
function skippedWords(groups: readonly DayGroup[], year: string): string {
  const weekends = groups.filter((group) => group.kind === 'weekend')
  if (weekends.length <= 2) return groups.map((group) => `${groupDates(group, year)}（${groupName(group)}）`).join('、')
  const days = weekends.reduce((sum, group) => sum + daysInGroup(group), 0)
  const named = groups.filter((group) => group.kind !== 'weekend')
  return [...named.map((group) => `${groupDates(group, year)}（${groupName(group)}）`), `${days} 天周末`].join('、')
}

const workedWords = (group: DayGroup, year: string) =>
  group.kind === 'make_up' ? `${groupDates(group, year)}补班` : `${groupDates(group, year)}上班（${groupName(group)}）`

function groupName(group: DayGroup): string {
  if (group.name) return group.name
  return daysInGroup(group) > 1 ? '周末' : (weekdayWords[new Date(`${group.from}T00:00:00Z`).getUTCDay()] ?? '')
}

/** `10 月 1–7 日`, `9 月 30 日–10 月 2 日`, and with the year where it is not the one of the start. */
function groupDates({ from, through }: DayGroup, year: string): string {
  if (from === through) return dateWords(from, year)
  if (from.slice(0, 7) === through.slice(0, 7))
    return dateWords(from, year).replace(/ 日$/, `–${Number(through.slice(8))} 日`)
  return `${dateWords(from, year)}–${dateWords(through, from.slice(0, 4))}`
}

function dateWords(date: string, year: string): string {
  const words = `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日`
  return date.slice(0, 4) === year ? words : `${Number(date.slice(0, 4))} 年 ${words}`
}

const timeWords = (iso: string, year: string) => {
  const local = formatInstant(new Date(iso))
  return `${dateWords(local.slice(0, 10), year)} ${local.slice(11, 16)}`
}
