import type { Answer } from '@xinban/shared/contracts'

export type Figures = Answer<'halls.figures'>['items'][number]

/** What stands for a figure that there is none of: neither 0 nor 100. */
const none = '—'

const waitWords = ({ meanWaitMinutes }: Figures): string =>
  meanWaitMinutes === null ? none : `${Math.round(meanWaitMinutes)} 分钟`
const noShowWords = ({ noShowRate, noShows }: Figures): string =>
  noShowRate === null ? none : `${(noShowRate * 100).toFixed(1)}%（${noShows} 次）`

export const figureHeads = [
  { key: 'booked', word: '预约', of: ({ booked }: Figures) => String(booked) },
  { key: 'cancelled', word: '取消', of: ({ cancelled }: Figures) => String(cancelled) },
  { key: 'tickets', word: '取号', of: ({ tickets }: Figures) => String(tickets) },
  { key: 'served', word: '办完', of: ({ served }: Figures) => String(served) },
  { key: 'wait', word: '平均等候', of: waitWords },
  { key: 'noShow', word: '爽约率', of: noShowWords },
] as const

export interface FigureRowsProps {
  items: readonly Figures[]
}
