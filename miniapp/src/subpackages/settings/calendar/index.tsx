import { useState } from 'react'
import type { CalendarYear, OrgRef } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { calendarOfYear, sourceWords } from '@/words/calendar'
import { SettersOnly } from '../setters-only'
import { DayForm } from './day-form'
import { ImportYear } from './import-year'
import { OwnDays } from './own-days'
import { YearView } from './year-view'
import styles from '../settings.module.scss'

/** The working days of a district, a year at a time. */
export default function WorkingDays() {
  const session = useSession()
  return (
    <Page title="工作日" isWide isRefreshable={session !== null}>
      <SettersOnly>{(district) => <Years key={district.code} district={district} />}</SettersOnly>
    </Page>
  )
}

function Years({ district }: { district: OrgRef }) {
  const now = useNow()
  const today = chinaDate(now)
  const [year, setYear] = useState(() => Number(today.slice(0, 4)))
  const { data, problem, reload } = useRemote('calendar.show', { query: { districtCode: district.code, year } })
  return (
    <>
      <Box className={styles.years}>
        <Button size="small" label={`上一年，${year - 1} 年`} onPress={() => setYear(year - 1)}>
          上一年
        </Button>
        <Box as="h2" className={styles.year}>
          {year} 年
        </Box>
        <Button size="small" label={`下一年，${year + 1} 年`} onPress={() => setYear(year + 1)}>
          下一年
        </Button>
      </Box>
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />)}
      {data && <YearOf key={year} data={data} today={today} onChanged={reload} />}
    </>
  )
}

function YearOf({ data, today, onChanged }: { data: CalendarYear; today: string; onChanged: () => void }) {
  const [isSetting, setSetting] = useState(false)
  const calendar = calendarOfYear(data)
  const maySet = data.allowedActions.includes('set-day')
  const settled = () => {
    setSetting(false)
    onChanged()
  }
  return (
    <>
      <Box as="p" className={styles.lead} role="status">
        {sourceWords[data.source](data.year)}
      </Box>
      {maySet && !isSetting && (
        <Button kind="primary" className={styles.gap} onPress={() => setSetting(true)}>
          安排一天
        </Button>
      )}
      {isSetting && <DayForm data={data} today={today} onDone={settled} onCancel={() => setSetting(false)} />}
      <OwnDays data={data} today={today} onChanged={onChanged} />
      {calendar && <YearView calendar={calendar} year={data.year} />}
      <ImportYear data={data} onChanged={onChanged} />
    </>
  )
}
