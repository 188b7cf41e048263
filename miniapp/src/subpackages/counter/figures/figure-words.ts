import type { Answer } from '@xinban/shared/contracts'
import { bookedLevel, bookedLevelWords } from '@xinban/shared/domain'

export type Figures = Answer<'halls.figures'>['items'][number]

/** What stands for a figure that there is none of: neither 0 nor 100. */
const none = '暂无'

const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`

const placesWords = ({ booked, capacity }: Figures): string =>
  capacity === 0 ? String(booked) : `${booked}（共 ${capacity} 个）`
function bookedWords({ bookedRate, booked }: Figures): string {
  if (bookedRate === null) return none
  const share = booked > 0 && bookedRate < 0.001 ? '不到 0.1%' : percent(bookedRate)
  return `${share} ${bookedLevelWords[bookedLevel(bookedRate)]}`
}
const waitWords = ({ meanWaitMinutes }: Figures): string => {
  if (meanWaitMinutes === null) return none
  return meanWaitMinutes < 1 ? '不到 1 分钟' : `${Math.round(meanWaitMinutes)} 分钟`
}
const noShowWords = ({ noShowRate, noShows }: Figures): string =>
  noShowRate === null ? none : `${percent(noShowRate)}（${noShows} 次）`

/** Nobody booked there, nobody drew a number, and nothing was cancelled. */
export const isIdle = ({ booked, cancelled, tickets, noShows }: Figures): boolean =>
  booked + cancelled + tickets + noShows === 0

export const figureHeads = [
  { key: 'booked', word: '约出位置', of: placesWords },
  { key: 'rate', word: '预约率', of: bookedWords },
  { key: 'cancelled', word: '取消', of: ({ cancelled }: Figures) => String(cancelled) },
  { key: 'tickets', word: '取号', of: ({ tickets }: Figures) => String(tickets) },
  { key: 'served', word: '办完', of: ({ served }: Figures) => String(served) },
  { key: 'wait', word: '平均等候', of: waitWords },
  { key: 'noShow', word: '爽约率', of: noShowWords },
] as const

export interface FigureRowsProps {
  items: readonly Figures[]
}
