import type { Whistle } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { Actions } from './actions'
import { Departments } from './departments'
import { WhistleFacts } from './whistle-facts'
import { WhistleTimeline } from './whistle-timeline'
import styles from './index.module.scss'

/** One whistle: what is asked, who does what by when, and everything that was done. */
export default function WhistlePage() {
  const session = useSession()
  const { id } = usePageQuery()
  const asked = useRemote('whistles.show', session && id ? { params: { id } } : null)
  const { data: whistle, problem, isLoading, reload } = asked
  return (
    <Page title="哨单" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="街道、部门和区里登录后可以看" />}
      {session && !id && <Empty title="没有说是哪个哨" detail="请从“吹哨报到”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !whistle && <ErrorState problem={problem} onRetry={reload} />}
      {whistle && <WhistleView whistle={whistle} onChanged={reload} />}
    </Page>
  )
}

/** On a desk what is asked and done stands beside who does it. */
function WhistleView({ whistle, onChanged }: { whistle: Whistle; onChanged: () => void }) {
  const now = useNow()
  return (
    <Box className={styles.columns}>
      <Box className={styles.column}>
        <WhistleFacts whistle={whistle} now={now} />
        <Actions whistle={whistle} onChanged={onChanged} />
        <Departments whistle={whistle} now={now} />
      </Box>
      <Box className={styles.column}>
        <WhistleTimeline events={whistle.events} now={now} onStale={onChanged} />
      </Box>
    </Box>
  )
}
