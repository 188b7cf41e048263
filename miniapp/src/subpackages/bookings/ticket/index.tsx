import { priorityRule, sayTime } from '@xinban/shared/domain'
import type { Ticket } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePolling } from '@/hooks/use-polling'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { beforeWords, ticketStateWords } from '@/words/bookings'
import styles from './index.module.scss'

const askAgainMs = 15_000

/** A number that was drawn without a booking: how many are in front, and where to go. */
export default function TicketPage() {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('tickets.show', session && id ? { params: { id } } : null)
  usePolling(reload, askAgainMs, data !== undefined && data.state !== 'finished' && data.state !== 'missed')
  return (
    <Page title="我的号" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以取号，看到前面还有几个人" />}
      {session && !id && <Empty title="没有说是哪个号" detail="到了大厅，从大厅名片里取号" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <TicketCard ticket={data} />}
    </Page>
  )
}

function TicketCard({ ticket }: { ticket: Ticket }) {
  const now = useNow()
  const { hall, label, state, before, window, expectedAt } = ticket
  return (
    <>
      <Box as="section" className={styles.card}>
        <Box as="h2" className={styles.heading}>
          {ticketStateWords[state]}
        </Box>
        <Box as="p" className={styles.number}>
          {label}
        </Box>
        <Box as="p" className={styles.next} role="status">
          {state === 'waiting' && before !== null && beforeWords(before)}
          {state === 'called' && (window === null ? '叫到你了' : `叫到你了，请到 ${window} 号窗口`)}
          {state === 'parked' && '过号了。人在大厅的话，请告诉窗口，可以再排上'}
          {state === 'serving' && '正在给你办'}
          {state === 'finished' && '办完了，慢走'}
          {state === 'missed' && '这个号作废了，还要办可以再取一个'}
        </Box>
        {state === 'waiting' && expectedAt !== null && (
          <Box as="p" className={styles.quiet}>
            大约 {sayTime(new Date(expectedAt), now)} 轮到，只是估计，请留意叫号
          </Box>
        )}
        {state === 'waiting' && (
          <Box as="p" className={styles.quiet}>
            叫号的先后：{priorityRule}
          </Box>
        )}
      </Box>
      <List label="哪个大厅">
        <Cell label={hall.name} to="hall" query={{ id: hall.id }} />
      </List>
    </>
  )
}
