import { useState } from 'react'
import type { Signup } from '@xinban/shared/contracts'
import { sayMinutes } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'

/** What I may do with my place: give it back, check in by the code, check out. */
export function OwnPlace({ signup, onChanged }: { signup: Signup; onChanged: () => void }) {
  const [code, setCode] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const checkIn = useAct('signups.check-in')
  const checkOut = useAct('signups.check-out')
  const cancel = useAct('signups.cancel')
  const options = { params: { id: signup.id }, version: signup.version }
  const may = (action: Signup['allowedActions'][number]) => signup.allowedActions.includes(action)
  const isCode = /^\d{6}$/.test(code.trim())

  function done(answer: Signup | undefined, words: string) {
    setAsking(false)
    if (!answer) return
    say(words)
    onChanged()
  }
  async function enter() {
    setChecked(true)
    if (!isCode) return focusField('code')
    done(await checkIn.act({ ...options, body: { code } }), '签到了')
  }

  return (
    <>
      {signup.minutes !== null && (
        <Box as="p" className={styles.meta}>
          {sayMinutes(signup.minutes)}
          {signup.points !== null && `，得 ${signup.points} 分`}
        </Box>
      )}
      <ProblemNote problem={checkIn.problem ?? checkOut.problem ?? cancel.problem} />
      {may('check-in') && (
        <Form onSubmit={() => void enter()}>
          <Field
            id="code"
            label="现场的签到码"
            hint="6 位数字，开始前 30 分钟起可以签到"
            type="number"
            value={code}
            maxLength={6}
            error={checkIn.problem?.fields.code ?? (isChecked && !isCode ? '请填 6 位数字' : undefined)}
            onChange={setCode}
            isRequired
          />
          <Button kind="primary" isSubmit isBusy={checkIn.isBusy}>
            签到
          </Button>
        </Form>
      )}
      {may('check-out') && (
        <Button
          kind="primary"
          isBusy={checkOut.isBusy}
          onPress={() =>
            void checkOut.act({ ...options, body: {} }).then((answer) => done(answer, '签退了，等带队的人确认'))
          }
        >
          签退
        </Button>
      )}
      {may('cancel') && (
        <Box className={styles.actions}>
          <Button size="small" onPress={() => setAsking(true)}>
            取消报名
          </Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title="取消报名？"
          confirmWord="取消报名"
          cancelWord="还是去"
          isBusy={cancel.isBusy}
          onConfirm={() =>
            void cancel.act({ ...options, body: {} }).then((answer) => done(answer, '已取消，名额让出来了'))
          }
          onCancel={() => setAsking(false)}
        >
          名额会让给别人，再报要看还有没有空。
        </Dialog>
      )}
    </>
  )
}
