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
          detail="可能已经提过了，或者办好后已过了 30 天。现在有问题，可以再点一个单"
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
