import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { chinaDate, dateOfDay, dayNumber } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { seesHallFigures } from '@/words/desk-entries'
import { FigureRows } from './figure-rows'
import { isIdle, type FigureRowsProps } from './figure-words'
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
      {data && data.items.length > 0 && <Known items={data.items} />}
    </>
  )
}

function Known({ items }: FigureRowsProps) {
  const [isOpen, setOpen] = useState(false)
  const [idle, busy] = [items.filter(isIdle), items.filter((figures) => !isIdle(figures))]
  return (
    <>
      {busy.length > 0 && <FigureRows items={busy} />}
      {idle.length > 0 && (
        <Box as="section" className={styles.idle}>
          <Box as="h2" className={styles.name}>
            {idle.length} 个大厅这些天没有人约，也没有人取号
          </Box>
          <Button size="small" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? '收起' : '看是哪些'}
          </Button>
          {isOpen && (
            <Box as="ul" className={styles.idleList}>
              {idle.map((figures) => (
                <Box as="li" key={figures.hall.id} className={styles.idleHall}>
                  <Box as="span">{figures.hall.name}</Box>
                  <Box as="span" className={styles.factName}>
                    {figures.capacity === 0 ? '这些天没有能约的位置' : `${figures.capacity} 个位置没有约出`}
                  </Box>
                </Box>
              ))}
            </Box>
          )}
        </Box>
      )}
      <Box as="p" className={styles.quiet}>
        预约率：约出去的位置，占照现在的排班这些天能约的位置。平均等候：从取号或签到到叫号。爽约率：约了没有来的，占到了时间的预约。没有数的写“暂无”，不当成
        0。
      </Box>
    </>
  )
}
