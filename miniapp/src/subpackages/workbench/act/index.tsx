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
import { ActForm, isFormAction } from './act-form'
import { StaleOrder } from './use-order-act'
import styles from './index.module.scss'

/** The form of one action on one order; what may be done is the server's word. */
export default function Act() {
  const { id, action, into } = usePageQuery()
  const session = useSession()
  const {
    data: order,
    problem,
    isLoading,
    reload,
  } = useRemote('orders.show', session && id ? { params: { id } } : null)
  const isAllowed = isFormAction(action) && order?.allowedActions.includes(action)
  return (
    <Page title={isFormAction(action) ? buttonWord(action, 'staff') : '办理'}>
      {!session && <SignInPrompt detail="登录后才能办理" />}
      {session && !id && <Empty title="没有说是哪个单" detail="请从工作台里打开" />}
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
      {order && isAllowed && (
        <>
          <Box className={styles.order}>
            <StatusBadge status={order.status} wish={order.wish} audience="staff" />
            <Box as="h2" className={styles.title}>
              {order.title}
            </Box>
          </Box>
          <StaleOrder.Provider value={reload}>
            <ActForm action={action} order={order} into={into} />
          </StaleOrder.Provider>
        </>
      )}
    </Page>
  )
}
