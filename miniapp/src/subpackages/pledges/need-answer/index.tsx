import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { NeedAnswerForm } from './need-answer-form'
import { SimilarNeeds } from './similar-needs'

/** The public answer to a need, and to all that say the same. */
export default function NeedAnswer() {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('needs.show', session && id ? { params: { id } } : null)
  return (
    <Page title="答复需求" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区工作人员登录后答复" />}
      {session && !id && <Empty title="没有说是哪一条" detail="请从实事工作台里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && !data.allowedActions.includes('answer') && (
        <Empty title="现在不能答复" detail="已经答复过了，或者不归你的社区" />
      )}
      {data?.allowedActions.includes('group') && <SimilarNeeds need={data} onChanged={reload} />}
      {data?.allowedActions.includes('answer') && <NeedAnswerForm need={data} onStale={reload} />}
    </Page>
  )
}
