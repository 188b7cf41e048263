import type { Calendar } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { dayMarks, dayMarkWords, monthsOf, type Month } from '@/words/calendar'
import styles from './year-view.module.scss'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** Twelve months; what is not as the week says bears a sign, and stands in words below. */
export function YearView({ calendar, year }: { calendar: Calendar; year: number }) {
  return (
    <>
      <Box as="ul" className={styles.legend}>
        {dayMarkWords.map(({ mark, words }) => (
          <Box as="li" key={mark} className={styles.legendEntry}>
            <Box as="strong">{mark}</Box> {words}
          </Box>
        ))}
      </Box>
      <Box className={styles.months}>
        {monthsOf(calendar, year).map((month) => (
          <MonthView key={month.month} month={month} />
        ))}
      </Box>
    </>
  )
}

function MonthView({ month: { month, blanks, days, notes } }: { month: Month }) {
  return (
    <Box as="section" className={styles.month} label={`${month} 月`}>
      <Box as="h3" className={styles.name}>
        {month} 月
      </Box>
      <Box className={styles.grid} isHidden>
        {weekdays.map((word) => (
          <Box key={word} className={styles.weekday}>
            {word}
          </Box>
        ))}
        {Array.from({ length: blanks }, (_, index) => (
          <Box key={`blank-${index}`} />
        ))}
        {days.map(({ day, kind }) => (
          <Box key={day} className={[styles.day, styles[kind]].filter(Boolean).join(' ')}>
            <Box as="span">{day}</Box>
            <Box as="span" className={styles.mark}>
              {dayMarks[kind]}
            </Box>
          </Box>
        ))}
      </Box>
      <Box as="p" className={styles.notes}>
        {notes.length > 0 ? notes.join('；') : '没有放假和补班'}
      </Box>
    </Box>
  )
}
