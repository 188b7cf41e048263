import type { ReactNode } from 'react'
import type { Pledge } from '@xinban/shared/contracts'
import type { PledgeAction } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, usePageQuery } from '@/platform/navigation'

interface PledgeFormPageProps {
  title: string
  action: PledgeAction
  isRefreshable?: boolean
  /** @param onStale the pledge changed meanwhile: asks for it again */
  children: (pledge: Pledge, onStale: () => void) => ReactNode
}

/** The frame of a form about one pledge; what may be done is the server's word. */
export function PledgeFormPage({ title, action, isRefreshable = false, children }: PledgeFormPageProps) {
  const { id } = usePageQuery()
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('pledges.show', session && id ? { params: { id } } : null)
  const isAllowed = data?.allowedActions.includes(action) === true
  return (
    <Page title={title} isRefreshable={isRefreshable && session !== null}>
      {!session && <SignInPrompt detail="登录后才能办理" />}
      {session && !id && <Empty title="没有说是哪一件" detail="请从实事工作台里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && !isAllowed && (
        <Empty
          title="现在不能这样做"
          detail="这件事的情况变了，或者不归你的身份办，请回去看看"
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {data && isAllowed && children(data, reload)}
    </Page>
  )
}
