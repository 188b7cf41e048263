import { useState } from 'react'
import { Box } from '../box/box'
import { Dialog } from '../dialog/dialog'
import { ProblemNote } from '../states/states'
import { TextArea } from '../text-area/text-area'
import type { OrderDialogProps } from './order-dialog.types'
import { useDialogAct } from './use-dialog-act'
import styles from './order-actions.module.scss'

export function WithdrawDialog(props: OrderDialogProps) {
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useDialogAct('orders.withdraw', props, '已撤回')
  return (
    <Dialog
      title="要撤回这个单吗？"
      confirmWord="确定撤回"
      isDanger
      isBusy={isBusy}
      onConfirm={() => void send(note.trim() === '' ? {} : { note })}
      onCancel={props.onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.explained}>
        撤回后社区就不再办了，需要时可以重新点单。
      </Box>
      <TextArea id="withdraw-note" label="为什么撤回" value={note} maxLength={2000} rows={2} onChange={setNote} />
    </Dialog>
  )
}
