import { useState } from 'react'
import { longestTemplate } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'
import styles from './index.module.scss'

interface TemplateFormProps {
  /** Of its field; several forms may stand on the page. */
  id: string
  initial: string
  isBusy: boolean
  problem: ApiProblem | undefined
  onSubmit: (text: string) => void
  onCancel: () => void
}

export function TemplateForm({ id, initial, isBusy, problem, onSubmit, onCancel }: TemplateFormProps) {
  const [text, setText] = useState(initial)
  const [isMissing, setMissing] = useState(false)

  function submit() {
    setMissing(text.trim() === '')
    if (text.trim() === '') focusField(id)
    else onSubmit(text)
  }

  return (
    <Form className={styles.form} onSubmit={submit}>
      <ProblemNote problem={problem} />
      <TextArea
        id={id}
        label="怎么说"
        placeholder="例如：已联系师傅，约好时间后告诉你"
        value={text}
        maxLength={longestTemplate}
        error={isMissing ? '请写一句话' : problem?.fields.text}
        onChange={setText}
        isRequired
      />
      <Box className={styles.buttons}>
        <Button kind="primary" size="small" isSubmit isBusy={isBusy}>
          保存
        </Button>
        <Button size="small" isDisabled={isBusy} onPress={onCancel}>
          先不了
        </Button>
      </Box>
    </Form>
  )
}
