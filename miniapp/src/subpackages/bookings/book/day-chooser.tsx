import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { DayCalendar } from '@/components/day-calendar/day-calendar'
import { Tabs } from '@/components/tabs/tabs'
import { useElder } from '@/hooks/use-elder'
import { dateWords, type BookingDay, type CalendarView } from '@/words/booking-days'
import styles from './index.module.scss'

interface DayChooserProps {
  days: readonly BookingDay[]
  today: string
  /** The last day that can be booked now. */
  lastDay: string
  isCalendarKnown: boolean
  view: CalendarView
  value: string | undefined
  onView: (view: CalendarView) => void
  onTurn: (step: 1 | -1) => void
  onPick: (date: string) => void
}

const views = [
  { key: 'week', word: '按周看' },
  { key: 'month', word: '按月看' },
] as const
const panelId = 'days'

/** `11 月 23–29 日`, `11 月 30 日–12 月 6 日` */
const weekWords = (first: string, last: string) =>
  first.slice(5, 7) === last.slice(5, 7)
    ? `${dateWords(first).slice(0, -2)}–${Number(last.slice(8))} 日`
    : `${dateWords(first)}–${dateWords(last)}`

/** A week or a month of days, and the way to those before and after. */
export function DayChooser(props: DayChooserProps) {
  const { days, today, lastDay, isCalendarKnown, view, value, onView, onTurn, onPick } = props
  const isElder = useElder().isOn
  const first = days[0]?.date ?? today
  const last = days[days.length - 1]?.date ?? today
  const unit = view === 'week' ? '周' : '个月'
  return (
    <Box as="section">
      <Tabs label="看多少天" tabs={views} active={view} panelId={panelId} onChange={onView} />
      <Box className={[styles.turn, isElder && styles.stacked].filter(Boolean).join(' ')}>
        <Button size="small" isDisabled={first <= today} onPress={() => onTurn(-1)}>
          上一{unit}
        </Button>
        <Box as="p" className={styles.range} role="status">
          {view === 'month'
            ? `${Number(first.slice(0, 4))} 年 ${Number(first.slice(5, 7))} 月`
            : weekWords(first, last)}
        </Box>
        <Button size="small" isDisabled={last >= lastDay} onPress={() => onTurn(1)}>
          下一{unit}
        </Button>
      </Box>
      <Box id={panelId} role="tabpanel" label="选一天">
        <DayCalendar
          label="选一天"
          days={days}
          value={value}
          today={today}
          onPick={onPick}
          onTurn={(step) => {
            if (step === -1 ? first > today : last < lastDay) onTurn(step)
          }}
        />
      </Box>
      <Box as="p" className={styles.quiet}>
        最晚可以约到 {dateWords(lastDay)}
        {!isCalendarKnown && '；放假安排还没公布，日期可能会变'}
      </Box>
    </Box>
  )
}
