import { useState } from 'react'
import type { Booking } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { bookingStatusWords, timeOfBooking } from '@/words/bookings'
import styles from './index.module.scss'

/** Somebody says their six digits: look who it is, and let them in. */
export function CodeCheckIn({ hallId, onChanged }: { hallId: string; onChanged: () => void }) {
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState<string>()
  const [error, setError] = useState<string>()
  const found = useRemote('bookings.list', code === undefined ? null : { query: { view: 'hall', hallId, code } })

  function submit() {
    const digits = typed.replace(/\s/g, '')
    if (!/^\d{6}$/.test(digits)) {
      setError('预约号是六个数字，请居民看一下“我的预约”')
      return focusField('booking-code')
    }
    setError(undefined)
    if (digits === code) found.reload()
    setCode(digits)
  }
  function done() {
    setTyped('')
    setCode(undefined)
    onChanged()
    focusField('booking-code')
  }

  return (
    <Box as="section" className={styles.card}>
      <Form onSubmit={submit}>
        <Box as="h2" className={styles.heading}>
          约过的人签到
        </Box>
        <Field
          id="booking-code"
          label="预约号"
          placeholder="六个数字"
          value={typed}
          maxLength={8}
          error={error}
          onChange={setTyped}
          isRequired
        />
        <Button size="small" isSubmit isBusy={found.isLoading}>
          查
        </Button>
      </Form>
      <ProblemNote problem={found.problem} />
      {code !== undefined && found.data && (
        <Box role="status">
          {found.data.items.length === 0 && (
            <Box as="p" className={styles.line}>
              今天没有这个预约号。请核对数字和日期，或者现场取号。
            </Box>
          )}
          {found.data.items.map((booking) => (
            <Found key={booking.id} booking={booking} onDone={done} onStale={found.reload} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function Found({ booking, onDone, onStale }: { booking: Booking; onDone: () => void; onStale: () => void }) {
  const now = useNow()
  const checkIn = useAct('bookings.check-in', onStale)
  const { id, version, person, item, status, allowedActions } = booking

  async function letIn() {
    const checked = await checkIn.act({ params: { id }, body: {}, version })
    if (!checked) return
    say(checked.ticket ? `签到好了，排 ${checked.ticket.label} 号` : '签到好了')
    onDone()
  }

  return (
    <Box className={styles.found}>
      <Box as="p" className={styles.line}>
        {[person, item.name, timeOfBooking(booking, now)].filter(Boolean).join(' · ')}
      </Box>
      <ProblemNote problem={checkIn.problem} />
      {allowedActions.includes('check-in') ? (
        <Button kind="primary" size="small" isBusy={checkIn.isBusy} onPress={() => void letIn()}>
          签到
        </Button>
      ) : (
        <Box as="p" className={styles.quiet}>
          {bookingStatusWords[status]}
          {status === 'booked' && '，还没到签到的时间'}
        </Box>
      )}
    </Box>
  )
}
