import type { Ticket } from '@xinban/shared/contracts'
import type { TicketAction } from '@xinban/shared/domain'
import { clockOf, priorityWords } from '@/words/bookings'

export const ticketActionWords: Record<TicketAction, string> = {
  call: '叫这个号',
  recall: '再叫一遍',
  serve: '开始办理',
  park: '过号',
  resume: '人来了，再排上',
  finish: '办完',
  miss: '作废',
}

/** What a counter knows of a number: `社保卡办理 · 约了 09:00 · 张** · 老年人`. */
export const tellTicket = ({ item, kind, bookedFor, person, priority }: Ticket): string =>
  [
    item?.name ?? '没有说办什么',
    kind === 'booking' && bookedFor !== null ? `约了 ${clockOf(bookedFor)}` : '现场取号',
    person,
    priority === 'none' ? null : priorityWords[priority],
  ]
    .filter(Boolean)
    .join(' · ')
