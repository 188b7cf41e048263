import type { ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { goBack, usePageQuery } from '@/platform/navigation'
import { buttonWord } from '@/words/actions'
import { DeclineForm } from './decline-form'
import { DispatchForm } from './dispatch-form'
import { GradeForm } from './grade-form'
import { MergeForm } from './merge-form'
import { FulfilForm, ProgressForm, ReworkForm } from './note-forms'
import { ResolveDeclineForm } from './resolve-decline-form'
import styles from './index.module.scss'

type FormAction = Exclude<OrderAction, 'accept' | 'withdraw' | 'rate' | 'approve' | 'second' | 'unmerge'>

const forms: Record<FormAction, ComponentType<{ order: Order }>> = {
  decline: DeclineForm,
  'resolve-decline': ResolveDeclineForm,
  dispatch: DispatchForm,
  progress: ProgressForm,
  fulfil: FulfilForm,
  grade: GradeForm,
  rework: ReworkForm,
  merge: MergeForm,
}
const isFormAction = (action: string | undefined): action is FormAction => action !== undefined && action in forms

/** The form of one action on one order; what may be done is the server's word. */
export default function Act() {
  const { id, action } = usePageQuery()
  const session = useSession()
  const {
    data: order,
    problem,
    isLoading,
    reload,
  } = useRemote('orders.show', session && id ? { params: { id } } : null)
  const isAllowed = isFormAction(action) && order?.allowedActions.includes(action)
  const ActionForm = isFormAction(action) ? forms[action] : undefined
  return (
    <Page title={isFormAction(action) ? buttonWord(action, 'staff') : '办理'}>
      {!session && <SignInPrompt detail="登录后才能办理" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && !isAllowed && (
        <Empty
          title="现在不能这样做"
          detail="这个单的情况变了，请回去看看最新进展"
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {order && isAllowed && ActionForm && (
        <>
          <Box className={styles.order}>
            <StatusBadge status={order.status} audience="staff" />
            <Box as="h2" className={styles.title}>
              {order.title}
            </Box>
          </Box>
          <ActionForm order={order} />
        </>
      )}
    </Page>
  )
}
