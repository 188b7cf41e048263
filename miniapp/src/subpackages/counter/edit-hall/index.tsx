import type { Membership } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { servesHalls } from '@/words/desk-entries'
import { ChangeHall } from './change-hall'
import { NewHall } from './new-hall'

/** The card of a hall, new or as it is. */
export default function EditHall() {
  const session = useSession()
  const membership = useMembership()
  const { hall } = usePageQuery()
  const may = membership !== null && servesHalls(membership.role)
  return (
    <Page title={hall ? '修改大厅名片' : '加一个大厅'} isWide>
      {!session && <SignInPrompt detail="大厅的工作人员登录后可以维护名片" />}
      {session && !may && <Empty title="你的身份不维护大厅名片" detail="名片由社区、街道和区的工作人员维护" />}
      {may && (hall ? <Known id={hall} /> : <New membership={membership} />)}
    </Page>
  )
}

const New = ({ membership }: { membership: Membership }) => <NewHall key={membership.id} membership={membership} />

function Known({ id }: { id: string }) {
  const { data, problem, isLoading, reload } = useRemote('halls.show', { params: { id }, query: {} })
  if (data && !data.allowedActions.includes('update')) {
    return <Empty title="你的身份不改这张名片" detail="请找这个大厅的工作人员，或者区管理员" />
  }
  return (
    <>
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <ChangeHall key={data.version} hall={data} onChanged={reload} />}
    </>
  )
}
