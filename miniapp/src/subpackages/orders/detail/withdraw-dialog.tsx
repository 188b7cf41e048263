import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface WithdrawDialogProps {
  order: Order
  isOpen: boolean
  onClose: () => void
  onDone: (order: Order) => void
}

export function WithdrawDialog({ order, isOpen, onClose, onDone }: WithdrawDialogProps) {
  const [note, setNote] = useState('')
  const withdraw = useAct('orders.withdraw')

  async function confirm() {
    const body = note.trim() === '' ? {} : { note }
    const withdrawn = await withdraw.act({ params: { id: order.id }, body, version: order.version })
    if (!withdrawn) return
    onClose()
    onDone(withdrawn)
    say('已撤回')
  }

  return (
    <Dialog
      isOpen={isOpen}
      title="要撤回这个单吗？"
      confirmWord="确定撤回"
      isDanger
      isBusy={withdraw.isBusy}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <ProblemNote problem={withdraw.problem} />
      <Box as="p" className={styles.explained}>
        撤回后社区就不再办了，需要时可以重新点单。
      </Box>
      <TextArea id="withdraw-note" label="为什么撤回" value={note} maxLength={2000} rows={2} onChange={setNote} />
    </Dialog>
  )
}
