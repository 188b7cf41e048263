import type { Order } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, usePageQuery } from '@/platform/navigation'
import { DisputeForm } from './dispute-form'

/** Where an owner tells the street that what was reported done is not. */
export default function DisputePage() {
  const { id } = usePageQuery()
  const session = useSession()
  const {
    data: order,
    problem,
    isLoading,
    reload,
  } = useRemote('orders.show', session && id ? { params: { id } } : null)
  const isAllowed = order?.allowedActions.includes('dispute') === true
  return (
    <Page title="还没办好？告诉街道">
      {!session && <SignInPrompt detail="登录后才能告诉街道" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && !isAllowed && (
        <Empty
          title="现在不能提"
          detail={whyNot(order)}
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {order && isAllowed && <DisputeForm order={order} onStale={reload} />}
    </Page>
  )
}

/** Why nothing can be said of this order now, and what else can be done. */
function whyNot({ disputeClosesAt, isDisputed, events }: Order): string {
  if (isDisputed || events.some(({ action }) => action === 'dispute')) {
    return '这个单已经提过一次了，结果写在单里。现在有问题，可以再点一个单'
  }
  const now = new Date()
  if (disputeClosesAt && new Date(disputeClosesAt) < now) {
    return `可以提到 ${sayTime(new Date(disputeClosesAt), now)}，已经过了。现在有问题，可以再点一个单`
  }
  return '办好以后才能提。还没办好时可以催一催，办好后有问题再告诉街道'
}
