import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { session } from '@/platform/session'
import styles from './index.module.scss'

/** The name that is kept comes back masked, so the field begins empty. */
export function NameForm({ name }: { name: string | null }) {
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const update = useAct('me.update')

  async function save() {
    const isEmpty = typed.trim() === ''
    setMissing(isEmpty)
    if (isEmpty) {
      focusField('name')
      return
    }
    const me = await update.act({ body: { name: typed } })
    if (!me) return
    session.refresh(me)
    setTyped('')
    say('称呼已改好')
  }

  return (
    <Form className={styles.section} onSubmit={() => void save()}>
      {!update.problem?.fields.name && <ProblemNote problem={update.problem} />}
      <Field
        id="name"
        label="怎么称呼你"
        placeholder="例如：张阿姨"
        hint={name === null ? '社区联系你时，就这样称呼你' : `现在是 ${name}，要改就填新的`}
        value={typed}
        maxLength={40}
        error={isMissing ? '请填写称呼' : update.problem?.fields.name}
        onChange={setTyped}
        autoComplete="name"
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={update.isBusy}>
        保存称呼
      </Button>
    </Form>
  )
}
