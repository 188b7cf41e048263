import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, usePageQuery } from '@/platform/navigation'
import { VoteForm } from './vote-form'

/** One verified person, one secret vote. */
export default function PledgeVote() {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('pledge-lists.show', session && id ? { params: { id } } : null)
  const mayVote = data?.allowedActions.includes('vote') === true
  return (
    <Page title="票决" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后，核实过身份的居民可以投票" />}
      {session && !id && <Empty title="没有说是哪份清单" detail="请从“十件实事”打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && !mayVote && (
        <Empty
          title={data.vote?.hasVoted ? '你已经投过票了' : '现在不能投票'}
          detail={
            data.vote?.hasVoted
              ? '一人一票，投了不能改。结果在截止后公布'
              : '票决开始时，社区核实过的居民才能投；想参加下次票决，请带手机到社区核实'
          }
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {data && mayVote && data.vote && <VoteForm list={data} max={data.vote.maxChoices} onStale={reload} />}
    </Page>
  )
}
