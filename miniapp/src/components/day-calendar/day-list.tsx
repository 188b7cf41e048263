import { Box } from '../box/box'
import { Pick } from '../pick/pick'
import type { DayCalendarProps } from './day-calendar.types'
import styles from './day-calendar.module.scss'

/** The days below each other, in whole words: for letters of which seven do not fit beside each other. */
export function DayList({ label, days, value, today, onPick }: DayCalendarProps) {
  const shown = days.filter(({ date }) => date >= today)
  return (
    <Box as="ul" className={styles.list} label={label}>
      {shown.map((day) => (
        <Box as="li" key={day.date}>
          <Pick
            label={day.words}
            isChosen={day.date === value}
            isOff={!day.canPick}
            className={[styles.row, styles[day.tone]].join(' ')}
            onPick={() => onPick(day.date)}
          >
            <Box as="span">{day.words}</Box>
          </Pick>
        </Box>
      ))}
    </Box>
  )
}
