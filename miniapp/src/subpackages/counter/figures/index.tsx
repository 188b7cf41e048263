import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { chinaDate, dateOfDay, dayNumber } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { DateField } from '@/components/date-field/date-field'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { seesHallFigures } from '@/words/desk-entries'
import { FigureRows } from './figure-rows'
import styles from './index.module.scss'

/** How the halls of a territory ran: load, waiting times, who did not come. */
export default function HallFiguresPage() {
  const session = useSession()
  const membership = useMembership()
  const may = membership !== null && seesHallFigures(membership.role)
  return (
    <Page title="大厅运行" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="工作人员登录后可以看" />}
      {session && !may && <Empty title="这里给管大厅的人看" detail="有多个身份时，先到“我的”换身份" />}
      {may && <Figures key={membership.id} membership={membership} />}
    </Page>
  )
}

/** The last thirty days, unless somebody asks for others. */
const usualDays = 30

function Figures({ membership }: { membership: Membership }) {
  const now = useNow()
  const [from, setFrom] = useState(() => dateOfDay(dayNumber(now) - usualDays + 1))
  const [to, setTo] = useState(() => chinaDate(now))
  const query = { org: membership.org.code, from, to, membershipId: membership.id }
  const { data, problem, reload } = useRemote('halls.figures', { query })
  return (
    <>
      <Box className={styles.range}>
        <Box className={styles.date}>
          <DateField id="figures-from" label="从" value={from} max={to} onChange={setFrom} isRequired />
        </Box>
        <Box className={styles.date}>
          <DateField id="figures-to" label="到" value={to} min={from} onChange={setTo} isRequired />
        </Box>
      </Box>
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />)}
      {data && data.items.length === 0 && <Empty title="这里还没有大厅" detail="建了大厅、有人来办事，这里就有数" />}
      {data && data.items.length > 0 && (
        <>
          <FigureRows items={data.items} />
          <Box as="p" className={styles.quiet}>
            平均等候：从取号或签到到叫号。爽约率：约了没有来的，占到了时间的预约。没有数的写“—”，不当成 0。
          </Box>
        </>
      )}
    </>
  )
}
