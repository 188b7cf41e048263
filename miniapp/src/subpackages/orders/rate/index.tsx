import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, usePageQuery } from '@/platform/navigation'
import { RateForm } from './rate-form'
import { wordsTo, type RatingAction } from './rate-words'

/** An order takes a first rating or one that follows a rectification, never both. */
const actions: readonly RatingAction[] = ['rate', 'follow-up-rating']

export default function RatePage() {
  const { id, as } = usePageQuery()
  const audience = as === 'staff' ? 'staff' : 'owner'
  const session = useSession()
  const {
    data: order,
    problem,
    isLoading,
    reload,
  } = useRemote('orders.show', session && id ? { params: { id } } : null)
  const action = actions.find((candidate) => order?.allowedActions.includes(candidate))
  return (
    <Page title={wordsTo[action ?? 'rate'][audience].title}>
      {!session && <SignInPrompt detail="登录后才能评价" />}
      {session && !id && <Empty title="没有说要评哪个单" detail="请从“我的单”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && !action && (
        <Empty
          title="现在不能评价"
          detail="可能已经评过了，或者评价时间已过"
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {order && action && <RateForm order={order} action={action} audience={audience} onStale={reload} />}
    </Page>
  )
}
