import type { BookingDay } from '@/words/booking-days'
import { Box } from '../box/box'
import { Pick } from '../pick/pick'
import styles from './day-calendar.module.scss'

interface DayCellProps {
  day: BookingDay
  today: string
  isChosen: boolean
  isStop?: boolean
  onPick: () => void
}

export function DayCell({ day, today, isChosen, isStop, onPick }: DayCellProps) {
  return (
    <Pick
      label={day.date === today ? `今天，${day.words}` : day.words}
      isChosen={isChosen}
      isOff={!day.canPick}
      className={[styles.day, styles[day.tone]].join(' ')}
      onPick={onPick}
      {...(isStop !== undefined && { isStop })}
    >
      <Box as="span" className={styles.number}>
        {day.date === today ? '今' : Number(day.date.slice(8))}
      </Box>
      <Box as="span" className={styles.mark}>
        {day.mark}
      </Box>
    </Pick>
  )
}
