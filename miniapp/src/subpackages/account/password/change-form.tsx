import { useState } from 'react'
import { passwordMinLength } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import { firstWrong, wrongIn, type Passwords, type PasswordErrors } from './password-errors'

const nothing: Passwords = { current: '', next: '', again: '' }

export function ChangeForm() {
  const [typed, setTyped] = useState(nothing)
  const [errors, setErrors] = useState<PasswordErrors>({})
  const change = useAct('me.change-password', (problem) => show(problem.fields))
  const type = (part: Partial<Passwords>) => setTyped({ ...typed, ...part })

  function show(found: PasswordErrors): boolean {
    setErrors(found)
    const first = firstWrong(found)
    if (first) focusField(first)
    return first !== undefined
  }

  async function submit() {
    if (show(wrongIn(typed))) return
    const { current, next } = typed
    const changed = await change.act({ body: { current, next } })
    if (changed === undefined) return
    say('密码已改好，其他设备已退出')
    goBack()
  }

  return (
    <Form onSubmit={() => void submit()}>
      {!firstWrong(errors) && <ProblemNote problem={change.problem} />}
      <Field
        id="current"
        label="现在的密码"
        type="password"
        value={typed.current}
        maxLength={200}
        error={errors.current}
        onChange={(current) => type({ current })}
        autoComplete="current-password"
        isRequired
      />
      <Field
        id="next"
        label="新密码"
        type="password"
        hint={`至少 ${passwordMinLength} 个字符，不要只用数字`}
        value={typed.next}
        maxLength={200}
        error={errors.next}
        onChange={(next) => type({ next })}
        autoComplete="new-password"
        isRequired
      />
      <Field
        id="again"
        label="再输一次新密码"
        type="password"
        value={typed.again}
        maxLength={200}
        error={errors.again}
        onChange={(again) => type({ again })}
        autoComplete="new-password"
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={change.isBusy}>
        修改密码
      </Button>
    </Form>
  )
}
