import { useState } from 'react'
import type { CalendarYear } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { hoursWords } from '@/words/calendar'
import styles from '../settings.module.scss'

interface OwnDaysProps {
  data: CalendarYear
  today: string
  onChanged: () => void
}
type OwnDay = CalendarYear['overrides'][number]

/** What the district set by hand in this year, and a way to take it back. */
export function OwnDays({ data, today, onChanged }: OwnDaysProps) {
  const [asked, setAsked] = useState<OwnDay>()
  const clear = useAct('calendar.clear-day')
  const days = data.overrides.filter(({ date }) => date.startsWith(`${data.year}-`))
  const mayClear = data.allowedActions.includes('set-day')

  async function confirm(day: OwnDay) {
    const query = { districtCode: data.district.code, orgCode: day.org.code }
    if (!(await clear.act({ params: { date: day.date }, query, version: data.version }))) return
    setAsked(undefined)
    say('已撤回')
    onChanged()
  }

  if (days.length === 0) return null
  return (
    <Box as="section">
      <Box as="h2" className={styles.heading}>
        本区的安排
      </Box>
      <Box as="ul" className={styles.list}>
        {days.map((day) => (
          <Box as="li" key={`${day.org.code}-${day.date}`} className={styles.entry}>
            <Box as="p" className={styles.entryHead}>
              {dateWords(day.date)} {whatWords(day)}
            </Box>
            <Box as="p" className={styles.detail}>
              {[day.reason, day.org.code === data.district.code ? '全区' : day.org.name, day.by]
                .filter(Boolean)
                .join(' · ')}
            </Box>
            {mayClear && day.date >= today && (
              <Button size="small" label={`撤回 ${dateWords(day.date)}的安排`} onPress={() => setAsked(day)}>
                撤回
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {asked && (
        <Dialog
          title={`撤回 ${dateWords(asked.date)}的安排吗？`}
          confirmWord="撤回"
          isDanger
          isBusy={clear.isBusy}
          onConfirm={() => void confirm(asked)}
          onCancel={() => setAsked(undefined)}
        >
          <ProblemNote problem={clear.problem} />
          <Box as="p">
            撤回后，这一天照{asked.org.code === data.district.code ? '国家的放假安排' : '上级的安排'}
            算；已经算好的时限不变。
          </Box>
        </Dialog>
      )}
    </Box>
  )
}

const dateWords = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
const whatWords = ({ kind, hours }: OwnDay) =>
  kind === 'off' ? '不上班' : hours ? `${hoursWords(hours)} 上班` : '照常上班'
