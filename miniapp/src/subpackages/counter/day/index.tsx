import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Hall } from '@xinban/shared/contracts'
import { chinaDate, dateOfDay, dayOfDate } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import { dayWords } from '@/words/booking-days'
import { HallDesk } from '../hall-desk'
import { DayBooking } from './day-booking'
import styles from './index.module.scss'

/** Who comes to a hall on a day. */
export default function HallDayPage() {
  const session = useSession()
  return (
    <Page title="大厅的一天" isWide isRefreshable={session !== null}>
      <HallDesk>{(hall) => <HallDay hall={hall} />}</HallDesk>
    </Page>
  )
}

function HallDay({ hall }: { hall: Hall }) {
  const now = useNow()
  const today = chinaDate(now)
  const [date, setDate] = useState(today)
  const pages = usePages('bookings.list', { view: 'hall', hallId: hall.id, date, limit: 50 })
  useReachBottom(pages.loadMore)
  const turn = (step: number) => setDate(dateOfDay(dayOfDate(date) + step))
  return (
    <>
      <Box className={styles.tools}>
        <Box className={styles.turn}>
          <Button size="small" onPress={() => turn(-1)}>
            前一天
          </Button>
        </Box>
        <Box className={styles.date}>
          <DateField
            id="hall-date"
            label="哪一天"
            value={date}
            onChange={(chosen) => setDate(chosen === '' ? today : chosen)}
            isRequired
          />
        </Box>
        <Box className={styles.turn}>
          <Button size="small" onPress={() => turn(1)}>
            后一天
          </Button>
        </Box>
        <Box className={styles.turn}>
          <Button size="small" onPress={() => open('book', { hall: hall.id })}>
            帮居民约
          </Button>
        </Box>
      </Box>
      <Box as="h2" className={styles.heading}>
        {date === today ? '今天' : dayWords(date)}
      </Box>
      <PagedList
        pages={pages}
        empty={<Empty title="这一天还没有人约" detail="有人约了，会按时间排在这里；也可以帮居民约" />}
      >
        {(booking) => <DayBooking booking={booking} now={now} onChanged={() => void pages.reload()} />}
      </PagedList>
    </>
  )
}
