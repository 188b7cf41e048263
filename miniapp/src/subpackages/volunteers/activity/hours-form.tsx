import { useState } from 'react'
import type { Signup } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'

interface HoursFormProps {
  signup: Signup
  action: 'confirm' | 'correct'
  onCancel: () => void
  onDone: (signup: Signup) => void
}

/** Other minutes than were recorded: fewer at the confirmation, or a dated correction beside what was confirmed. */
export function HoursForm({ signup, action, onCancel, onDone }: HoursFormProps) {
  const [minutes, setMinutes] = useState(String(signup.minutes ?? 0))
  const [note, setNote] = useState('')
  const [isChecked, setChecked] = useState(false)
  const confirm = useAct('signups.confirm')
  const correct = useAct('signups.correct')
  const { isBusy, problem } = action === 'confirm' ? confirm : correct
  const ids = { minutes: `minutes-${signup.id}`, note: `note-${signup.id}` }
  const wrong = {
    minutes: /^\d{1,4}$/.test(minutes.trim()) && Number(minutes) <= 1440 ? undefined : '请填 0 到 1440 的整数',
    note: action === 'correct' && note.trim() === '' ? '请写明为什么更正，本人会看到' : undefined,
  }

  async function submit() {
    setChecked(true)
    if (wrong.minutes) return focusField(ids.minutes)
    if (wrong.note) return focusField(ids.note)
    const target = { params: { id: signup.id }, version: signup.version }
    const answer =
      action === 'confirm'
        ? await confirm.act({ ...target, body: { minutes: Number(minutes) } })
        : await correct.act({ ...target, body: { minutes: Number(minutes), note } })
    if (!answer) return
    say(action === 'confirm' ? '时长已确认' : '已更正，积分明细里多了一笔')
    onDone(answer)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Field
        id={ids.minutes}
        label="服务多少分钟"
        type="number"
        value={minutes}
        maxLength={4}
        error={problem?.fields.minutes ?? (isChecked ? wrong.minutes : undefined)}
        onChange={setMinutes}
        isRequired
      />
      {action === 'correct' && (
        <Field
          id={ids.note}
          label="为什么更正"
          hint="原来的一笔不改，另记一笔更正"
          value={note}
          maxLength={200}
          error={problem?.fields.note ?? (isChecked ? wrong.note : undefined)}
          onChange={setNote}
          isRequired
        />
      )}
      <Box className={styles.actions}>
        <Button size="small" kind="primary" isSubmit isBusy={isBusy}>
          {action === 'confirm' ? '按这个时长确认' : '更正'}
        </Button>
        <Button size="small" onPress={onCancel}>
          不改了
        </Button>
      </Box>
    </Form>
  )
}
