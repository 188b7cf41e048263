import { useState } from 'react'
import { Box } from '../box/box'
import { Dialog } from '../dialog/dialog'
import { ProblemNote } from '../states/states'
import { TextArea } from '../text-area/text-area'
import type { OrderDialogProps } from './order-dialog.types'
import { useDialogAct } from './use-dialog-act'
import styles from './order-actions.module.scss'

export function UnmergeDialog(props: OrderDialogProps) {
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useDialogAct('orders.unmerge', props, '已撤销并单')
  return (
    <Dialog
      title="要撤销并单吗？"
      confirmWord="撤销并单"
      isBusy={isBusy}
      onConfirm={() => void send(note.trim() === '' ? {} : { note })}
      onCancel={props.onClose}
    >
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.explained}>
        这个单会回到并单前的状态，接着单独办；点单和附议的人也跟着回来。
      </Box>
      <TextArea
        id="unmerge-note"
        label="为什么撤销"
        placeholder="点单的人能看到"
        value={note}
        maxLength={2000}
        rows={2}
        onChange={setNote}
      />
    </Dialog>
  )
}
