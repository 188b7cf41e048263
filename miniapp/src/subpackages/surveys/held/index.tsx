import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { HeldSurvey } from './held-survey'

/** How a survey of one's org stands, and what can be done with it. */
export default function HeldPage() {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('surveys.show', session && id ? { params: { id } } : null)
  return (
    <Page title="测评情况" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="工作人员登录后才能管理测评" />}
      {session && !id && <Empty title="没有说是哪份测评" detail="请从“满意度测评”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <HeldSurvey survey={data} onChanged={reload} />}
    </Page>
  )
}
