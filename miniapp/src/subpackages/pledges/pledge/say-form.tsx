import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import type { ApiProblem } from '@/platform/problem'

interface SayFormProps {
  /** Unique on the page. */
  id: string
  label: string
  placeholder: string
  maxLength: number
  word: string
  isBusy: boolean
  problem: ApiProblem | undefined
  /** Resolves to whether it went through; the words stay otherwise. */
  onSend: (text: string) => Promise<boolean>
  kind?: 'primary' | 'secondary'
}

/** One text and a button; what was typed stays when it is refused. */
export function SayForm({ id, label, placeholder, maxLength, word, isBusy, problem, onSend, kind }: SayFormProps) {
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)

  async function submit() {
    if (text.trim() === '') {
      setMissing(true)
      focusField(id)
      return
    }
    if (await onSend(text)) setText('')
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <TextArea
        id={id}
        label={label}
        placeholder={placeholder}
        value={text}
        maxLength={maxLength}
        error={isMissing && text.trim() === '' ? '请先写一句' : undefined}
        onChange={setText}
        isRequired
      />
      <Button size="small" isSubmit isBusy={isBusy} {...(kind && { kind })}>
        {word}
      </Button>
    </Form>
  )
}
