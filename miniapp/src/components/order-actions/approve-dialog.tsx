import { Box } from '../box/box'
import { Dialog } from '../dialog/dialog'
import { ProblemNote } from '../states/states'
import { StatusBadge } from '../status-badge/status-badge'
import type { OrderDialogProps } from './order-dialog.types'
import { useDialogAct } from './use-dialog-act'
import styles from './approve-dialog.module.scss'
import { sayKind } from '@/words/order-kind'

/** Shows exactly what everyone will see, because it cannot be taken back. */
export function ApproveDialog(props: OrderDialogProps) {
  const { order, onClose } = props
  const { send, isBusy, problem } = useDialogAct('orders.approve', props, '已公开')
  return (
    <Dialog
      title="要公开这个单吗？"
      confirmWord="同意公开"
      isBusy={isBusy}
      onConfirm={() => void send({})}
      onCancel={onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.line}>
        公开后收不回来。所有居民都能看到，也能附议：
      </Box>
      <Box className={styles.preview}>
        <Box className={styles.top}>
          <Box as="p" className={styles.title}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} wish={order.wish} audience="owner" />
        </Box>
        <Box as="p" className={styles.meta}>
          {sayKind(order)} · {order.communityName}
        </Box>
      </Box>
      <Box as="p" className={styles.line}>
        不公开：是谁点的、情况说明、地点、联系方式和办理经过。
      </Box>
      <Box as="p" className={styles.caution}>
        标题里有姓名、电话或门牌号的，不要公开。
      </Box>
    </Dialog>
  )
}
