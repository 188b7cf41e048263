import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import type { PartProps } from './part.types'
import styles from './index.module.scss'

/** By the code that the hall shows today: whoever can read it is there. */
export function CheckIn({ booking, onDone, onStale }: PartProps) {
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const checkIn = useAct('bookings.check-in', ({ status }) => {
    if (status === 412) onStale()
  })

  async function submit() {
    setMissing(code.trim() === '')
    if (code.trim() === '') return focusField('hall-code')
    const { id, version } = booking
    const checked = await checkIn.act({ params: { id }, body: { hallCode: code.trim() }, version })
    if (!checked) return
    say('签到好了，等着叫号')
    onDone(checked)
  }

  return (
    <Form className={styles.card} onSubmit={() => void submit()}>
      <Box as="h2" className={styles.heading}>
        到大厅了？签到
      </Box>
      <ProblemNote problem={checkIn.problem} />
      <Field
        id="hall-code"
        label="大厅今天的签到码"
        hint="写在大厅的叫号屏上；也可以把预约号报给工作人员"
        value={code}
        maxLength={12}
        error={isMissing ? '请看大厅的叫号屏，把签到码填在这里' : checkIn.problem?.fields.hallCode}
        onChange={setCode}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={checkIn.isBusy}>
        签到
      </Button>
    </Form>
  )
}
