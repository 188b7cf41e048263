import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { PublishForm } from './publish-form'

/** Ten promises written out: measures, numbers, steps with dates, money, who answers for it. */
export default function PledgePublish() {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('pledge-lists.show', session && id ? { params: { id } } : null)
  const isAllowed = data?.allowedActions.includes('publish') === true
  return (
    <Page title="公布清单" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区工作人员登录后公布" />}
      {session && !id && <Empty title="没有说是哪份清单" detail="请从实事工作台里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && !isAllowed && <Empty title="现在不能公布" detail="先完成票决，或者已经公布过了" />}
      {data && isAllowed && <PublishForm key={data.id} list={data} onStale={reload} />}
    </Page>
  )
}
