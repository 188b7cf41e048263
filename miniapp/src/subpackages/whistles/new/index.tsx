import type { Membership } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { BlowForm } from './blow-form'

/** A street calls departments; about an order where the address names one. */
export default function BlowWhistle() {
  const session = useSession()
  const membership = useMembership()
  const isStreet = membership?.role === 'street_staff'
  return (
    <Page title="吹哨">
      {!session && <SignInPrompt detail="街道工作人员登录后可以吹哨" />}
      {session && membership && isStreet && <Form membership={membership} />}
      {session && !isStreet && (
        <Empty title="吹哨由街道（镇）来做" detail="社区办不了的事，请先报给街道。有多个身份时，到“我的”换身份" />
      )}
    </Page>
  )
}

function Form({ membership }: { membership: Membership }) {
  const { orderId } = usePageQuery()
  const { data, problem, reload } = useRemote('departments.list', { query: { membershipId: membership.id } })
  const about = useRemote('orders.show', orderId === undefined ? null : { params: { id: orderId } })
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton cards={1} />
  if (about.problem) return <ErrorState problem={about.problem} onRetry={about.reload} />
  if (orderId !== undefined && !about.data) return <Skeleton cards={1} />
  if (data.items.length === 0) {
    return <Empty title="区里还没有部门名单" detail="请区管理员先把部门加进名单，再来吹哨" />
  }
  return <BlowForm membershipId={membership.id} departments={data.items} about={about.data} />
}
