import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import styles from './index.module.scss'

interface MergeDialogProps {
  order: Order
  into: OrderSummary
  isBusy: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Says what a merge does to both orders and their people. */
export function MergeDialog({ order, into, isBusy, onConfirm, onCancel }: MergeDialogProps) {
  return (
    <Dialog title="要并单吗？" confirmWord="确定并单" isBusy={isBusy} onConfirm={onConfirm} onCancel={onCancel}>
      <Box as="p" className={styles.line}>
        “{order.title}”不再单独办，并入：
      </Box>
      <Box as="p" className={styles.into}>
        {into.title}（{into.no}）
      </Box>
      <Box as="p" className={styles.line}>
        点单和附议的人跟着那一单看进度，看不到那一单的内容和联系方式。并错了可以撤销。
      </Box>
    </Dialog>
  )
}
