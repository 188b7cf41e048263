import type { BookingDay } from '@/words/booking-days'

export interface DayCalendarProps {
  /** What the days are about. */
  label: string
  /** One after the other, without a gap. */
  days: readonly BookingDay[]
  value: string | undefined
  today: string
  onPick: (date: string) => void
  /** To the days before (-1) or after (1): Page Up and Page Down in a browser. */
  onTurn: (step: 1 | -1) => void
}
