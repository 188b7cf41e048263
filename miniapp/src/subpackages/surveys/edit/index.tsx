import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { holdsSurveys } from '@/words/desk-entries'
import { SurveyEditor } from './survey-editor'
import { formOf, newForm } from './survey-form'

/** Writes a survey, or changes one that nobody answered; `pledge` and `list` say what a new one is about. */
export default function EditPage() {
  const { id } = usePageQuery()
  const now = useNow()
  const session = useSession()
  const membership = useMembership()
  const { data, problem, isLoading, reload } = useRemote('surveys.show', session && id ? { params: { id } } : null)
  const mayWrite = membership !== null && holdsSurveys(membership.role)
  return (
    <Page title={id ? '修改测评' : '发起测评'}>
      {!session && <SignInPrompt detail="工作人员登录后才能发起测评" />}
      {session && !mayWrite && <Empty title="你的身份不能发起测评" detail="测评由社区、街道和区里发起" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {mayWrite && !id && <SurveyEditor initial={newForm(now)} membershipId={membership.id} />}
      {mayWrite && data && data.allowedActions.includes('update') && (
        <SurveyEditor key={data.version} initial={formOf(data)} membershipId={membership.id} survey={data} />
      )}
      {mayWrite && data && !data.allowedActions.includes('update') && (
        <Empty title="这份测评不能再改" detail="已经有人参加，或者已经结束；请另发一份" />
      )}
    </Page>
  )
}
