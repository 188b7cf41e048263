import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, open, usePageQuery } from '@/platform/navigation'
import type { Survey } from '@xinban/shared/contracts'
import { AnswerForm } from './answer-form'

/** Takes part in a survey; with `as=staff` staff write down what a resident says. */
export default function AnswerPage() {
  const { id, as } = usePageQuery()
  const session = useSession()
  const isHelp = as === 'staff'
  const { data, problem, isLoading, reload } = useRemote('surveys.show', session && id ? { params: { id } } : null)
  return (
    <Page title={isHelp ? '协助居民参加' : '参加测评'}>
      {!session && <SignInPrompt detail="登录后才能参加测评，每人一票" />}
      {session && !id && <Empty title="没有说是哪份测评" detail="请从“满意度测评”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data &&
        (data.allowedActions.includes(isHelp ? 'help' : 'cast') ? (
          <AnswerForm key={data.version} survey={data} isHelp={isHelp} onStale={reload} />
        ) : (
          <NotNow survey={data} isHelp={isHelp} />
        ))}
    </Page>
  )
}

function NotNow({ survey, isHelp }: { survey: Survey; isHelp: boolean }) {
  const { id, phase, hasCast, castRefusal } = survey
  const back = (
    <Button size="small" onPress={goBack}>
      返回
    </Button>
  )
  if (phase === 'closed') {
    const result = (
      <Button size="small" onPress={() => open('survey-result', { id })}>
        看结果
      </Button>
    )
    return <Empty title="这次测评已经结束" detail="结果已经公布，谢谢大家" action={result} />
  }
  if (hasCast && !isHelp)
    return <Empty title="你已经参加过了" detail="每人一票，结束后公布结果，谢谢你" action={back} />
  if (phase === 'open')
    return <Empty title="这次不能参加" detail={castRefusal ?? '这次测评没有请你协助'} action={back} />
  return <Empty title="现在不能参加" detail="还没到开始时间，或者正在计票" action={back} />
}
