import { OrderActions, offersAny } from '@/components/order-actions/order-actions'
import { OrderView } from '@/components/order-view/order-view'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useSession } from '@/hooks/use-session'
import { useShownOrder } from '@/hooks/use-shown-order'
import { usePageQuery } from '@/platform/navigation'
import type { Audience } from '@/words/event-story'
import { isPublicForm, secondStateOf } from './public-form'
import { PublicOrder } from './public-order'
import { SecondAction } from './second-action'

/** One order as its parties see it, or (`as=public`, and for everyone else) in its public form. */
export default function OrderDetail() {
  const { id, as } = usePageQuery()
  const audience: Audience = as === 'staff' ? 'staff' : 'owner'
  const session = useSession()
  const now = useNow()
  const { order, problem, isLoading, reload, onDone } = useShownOrder(session && id ? id : undefined)
  const isPublic = order !== undefined && (as === 'public' || isPublicForm(order))

  function footer() {
    if (!order) return undefined
    if (isPublic) {
      const isAsked = secondStateOf(order) !== 'none'
      return isAsked ? <SecondAction order={order} onDone={onDone} onStale={reload} /> : undefined
    }
    if (!offersAny(order, audience, now)) return undefined
    return <OrderActions order={order} audience={audience} onDone={onDone} onStale={reload} />
  }

  return (
    <Page title={isPublic ? '社区里大家在说' : '办理进度'} footer={footer()} isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后才能看这个单" />}
      {session && !id && <Empty title="没有说是哪个单" detail="请从“我的单”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && isPublic && <PublicOrder order={order} />}
      {order && !isPublic && <OrderView order={order} audience={audience} now={now} onStale={reload} />}
    </Page>
  )
}
