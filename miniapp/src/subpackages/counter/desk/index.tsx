import { Page } from '@/components/page/page'
import { useSession } from '@/hooks/use-session'
import { HallDesk } from '../hall-desk'
import { Counter } from './counter'

/** The screen at a counter: call, serve, and let people in. */
export default function CounterPage() {
  const session = useSession()
  return (
    <Page title="大厅窗口" isWide isRefreshable={session !== null}>
      <HallDesk>{(hall) => <Counter hall={hall} />}</HallDesk>
    </Page>
  )
}
