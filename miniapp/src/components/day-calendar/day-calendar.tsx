import { useElder } from '@/hooks/use-elder'
import { weeksOf } from '@/words/booking-days'
import { Box } from '../box/box'
import { DayCell } from './day-cell'
import { DayList } from './day-list'
import { weekHeads } from './week-heads'
import type { DayCalendarProps } from './day-calendar.types'
import styles from './day-calendar.module.scss'

/** Days with what is free on each, in words as well as by their look. */
export function DayCalendar(props: DayCalendarProps) {
  const { label, days, value, today, onPick } = props
  const elder = useElder()
  if (elder.isOn) return <DayList {...props} />
  return (
    <Box role="group" label={label}>
      <Box className={styles.week} isHidden>
        {weekHeads.map(({ short }) => (
          <Box key={short} className={styles.head}>
            {short}
          </Box>
        ))}
      </Box>
      {weeksOf(days).map((week, index) => (
        <Box key={index} className={styles.week}>
          {week.map((day, at) =>
            day === null ? (
              <Box key={at} />
            ) : (
              <DayCell
                key={day.date}
                day={day}
                today={today}
                isChosen={day.date === value}
                onPick={() => onPick(day.date)}
              />
            ),
          )}
        </Box>
      ))}
    </Box>
  )
}
