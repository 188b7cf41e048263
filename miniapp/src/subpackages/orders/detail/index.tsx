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
import { OrderActions, offersAny } from './order-actions'
import { OrderView } from './order-view'
import { PublicOrder } from './public-order'
import { isPublicForm, secondStateOf } from './public-form'
import { SecondAction } from './second-action'

/** What an action on this page answered, and what had been fetched before it. */
interface Acted {
  order: Order
  over: Order | undefined
}

/** One order as its parties see it, or (`as=public`, and for everyone else) in its public form. */
export default function OrderDetail() {
  const { id, as } = usePageQuery()
  const audience: Audience = as === 'staff' ? 'staff' : 'owner'
  const session = useSession()
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('orders.show', session && id ? { params: { id } } : null)
  const [acted, setActed] = useState<Acted>()
  // A second is no new version, so the answer also stands until the next one is fetched.
  const isActedNewer = acted && data && (acted.over === data || acted.order.version > data.version)
  const order = isActedNewer ? acted.order : data
  const onDone = (answer: Order) => setActed({ order: answer, over: data })
  const isPublic = order !== undefined && (as === 'public' || isPublicForm(order))

  function footer() {
    if (!order) return undefined
    if (isPublic) {
      const isAsked = secondStateOf(order) !== 'none'
      return isAsked ? <SecondAction order={order} onDone={onDone} onStale={reload} /> : undefined
    }
    if (!offersAny(order, audience)) return undefined
    return <OrderActions order={order} audience={audience} onDone={onDone} onStale={reload} />
  }

  return (
    <Page title={isPublic ? '社区里大家在说' : '办理进度'} footer={footer()}>
      {!session && <SignInPrompt detail="登录后才能看这个单" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && isPublic && <PublicOrder order={order} />}
      {order && !isPublic && <OrderView order={order} audience={audience} now={now} onStale={reload} />}
    </Page>
  )
}
