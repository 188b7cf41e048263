import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { usePhotos } from '@/hooks/use-photos'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import styles from './index.module.scss'

const picker = 'dispute-photos'

interface DisputeFormProps {
  order: Order
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}

/** What is not done, in words and pictures; kept while it does not go through. */
export function DisputeForm({ order, onStale }: DisputeFormProps) {
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const photos = usePhotos(`dispute:${order.id}`)
  const dispute = useAct('orders.dispute', ({ status, fields }) => {
    photos.tray.refuse(fields)
    if (status === 409 || status === 412) onStale()
  })

  async function submit() {
    const isEmpty = note.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) return focusField('note')
    if (!photos.isReady()) return focusField(picker)
    const body = { note, ...photos.body() }
    if (!(await dispute.act({ params: { id: order.id }, body, version: order.version }))) return
    photos.tray.clear()
    say('街道收到了，会来核实')
    goBack()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {order.title}
      </Box>
      <Box as="p" className={styles.lead}>
        街道会核实，再定要不要重新办理，结果写在这个单里。{until(order.disputeClosesAt)}一个单只能提一次。
      </Box>
      <ProblemNote problem={dispute.problem} />
      <TextArea
        id="note"
        label="哪里还没办好"
        placeholder="例如：灯亮了一天又不亮了"
        value={note}
        maxLength={2000}
        rows={5}
        error={isMissing && note.trim() === '' ? '请写明哪里还没办好，街道照着核实' : dispute.problem?.fields.note}
        onChange={setNote}
        isRequired
      />
      <PhotoPicker id={picker} photos={photos} />
      <Button kind="primary" isSubmit isBusy={dispute.isBusy}>
        告诉街道
      </Button>
    </Form>
  )
}

/** The district sets how long; the order says until when. */
const until = (closesAt: string | null) => (closesAt ? `${sayTime(new Date(closesAt), new Date())} 前可以提，` : '')
