import type { Board } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { LiveState } from '../live/live-board'

export const boardTitle = (board: Board | undefined): string =>
  board ? `${board.org.name} · ${board.year} 年十件实事` : '十件实事公示'

/** The same in two parts that each stay on a line. */
export const boardTitleParts = (board: Board | undefined): readonly string[] =>
  board ? [board.org.name, `${board.year} 年十件实事`] : ['十件实事公示']

/** `14:05` */
const timeOf = (at: string) => at.slice(11, 16)

/** How fresh it is, in words. */
export function tellState(state: LiveState | 'asked', board: Board | undefined): string {
  if (!board) return ''
  if (state === 'away') return `连接断开，显示的是 ${timeOf(board.asOf)} 的数据，正在重新连接`
  if (state === 'polled') return `每半分钟更新 · ${timeOf(board.asOf)}`
  return state === 'live' ? `实时更新 · ${timeOf(board.asOf)}` : `截至 ${timeOf(board.asOf)}`
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** `11 月 25 日 周三 14:05`, in China wherever the screen hangs. */
export function sayClock(now: Date): string {
  const iso = formatInstant(now)
  const weekday = weekdays[new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''
  return `${Number(iso.slice(5, 7))} 月 ${Number(iso.slice(8, 10))} 日 周${weekday} ${iso.slice(11, 16)}`
}

/** `12 月 1 日` */
export const sayDay = (date: string): string => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日`

/** What comes next of a thing; what should have come says so. @param asOf of the board, an instant of China */
export function sayNext({ title, dueOn }: { title: string; dueOn: string }, asOf: string): string {
  const year = dueOn.slice(0, 4) === asOf.slice(0, 4) ? '' : `${dueOn.slice(0, 4)} 年 `
  const day = year + sayDay(dueOn)
  return dueOn < asOf.slice(0, 10) ? `原定 ${day} ${title}，还没完成` : `下一步 ${day} ${title}`
}

export const sayPercent = (figure: number | null): string => (figure === null ? '—' : `${figure}%`)
