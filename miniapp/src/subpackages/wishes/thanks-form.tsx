import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import styles from './wishes.module.scss'

/** A few words to whoever helped; the street reads them first. */
export function ThanksForm({ orderId, unitName }: { orderId: string; unitName: string }) {
  const [text, setText] = useState('')
  const [hasTried, setTried] = useState(false)
  const [isSent, setSent] = useState(false)
  const write = useAct('thanks.write')

  async function submit() {
    setTried(true)
    if (text.trim() === '') return focusField('thanks')
    if (await write.act({ params: { id: orderId }, body: { text } })) setSent(true)
  }

  if (isSent) {
    return (
      <Box as="p" className={styles.lead} role="status">
        谢谢你的话，街道看过后转给{unitName}。
      </Box>
    )
  }
  return (
    <Form onSubmit={() => void submit()} className={[styles.card, styles.apart].join(' ')}>
      <ProblemNote problem={write.problem} />
      <TextArea
        id="thanks"
        label={`对${unitName}说声谢谢`}
        placeholder="一句话就好，不写姓名和电话"
        value={text}
        maxLength={200}
        rows={3}
        error={write.problem?.fields.text ?? (hasTried && text.trim() === '' ? '请写一句话' : undefined)}
        onChange={setText}
      />
      <Button size="small" isSubmit isBusy={write.isBusy}>
        送出感谢
      </Button>
    </Form>
  )
}
