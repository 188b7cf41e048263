import { Box } from '../box/box'
import { Dialog } from '../dialog/dialog'
import { ProblemNote } from '../states/states'
import type { OrderDialogProps } from './order-dialog.types'
import { useDialogAct } from './use-dialog-act'
import styles from './approve-dialog.module.scss'

/** Says what claiming binds to. */
export function ClaimDialog(props: OrderDialogProps) {
  const { send, isBusy, problem } = useDialogAct('orders.claim', props, '已认领，请先联系本人')
  return (
    <Dialog
      title="认领这个心愿吗？"
      confirmWord="认领"
      isBusy={isBusy}
      onConfirm={() => void send({})}
      onCancel={props.onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.line}>
        认领后看得到本人的联系方式，请尽快联系，并记下首次联系。到期没有记的，会退回心愿墙。
      </Box>
    </Dialog>
  )
}

/** The same for a unit that was asked to do it together. */
export function JoinDialog(props: OrderDialogProps) {
  const { send, isBusy, problem } = useDialogAct('orders.join', props, '已答应一起办')
  return (
    <Dialog
      title="一起圆这个心愿吗？"
      confirmWord="一起办"
      isBusy={isBusy}
      onConfirm={() => void send({})}
      onCancel={props.onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.line}>
        答应后看得到本人的联系方式和办理经过，也可以记进展。先认领的单位负责办好。
      </Box>
    </Dialog>
  )
}
