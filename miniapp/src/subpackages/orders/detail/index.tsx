import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import type { Audience } from '@/words/event-story'
import { tellOwner, tellStaff } from '@/words/order-story'
import { OrderActions } from './order-actions'
import { OrderFacts } from './order-facts'
import { OrderHead } from './order-head'
import { OrderHistory } from './order-history'
import { OrderVerdict } from './order-verdict'

export default function OrderDetail() {
  const { id, as } = usePageQuery()
  const audience: Audience = as === 'staff' ? 'staff' : 'owner'
  const session = useSession()
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('orders.show', session && id ? { params: { id } } : null)
  /** What an action on this page answered: newer than what was fetched. */
  const [acted, setActed] = useState<Order>()
  const order = acted && data && acted.version > data.version ? acted : data
  return (
    <Page
      title="办理进度"
      footer={
        order?.allowedActions.length ? <OrderActions order={order} onDone={setActed} onStale={reload} /> : undefined
      }
    >
      {!session && <SignInPrompt detail="登录后才能看这个单" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && (
        <>
          <OrderHead order={order} story={audience === 'staff' ? tellStaff(order) : tellOwner(order, now)} />
          <OrderVerdict order={order} audience={audience} />
          <OrderHistory events={order.events} audience={audience} now={now} />
          <OrderFacts order={order} now={now} />
        </>
      )}
    </Page>
  )
}
