import { useState } from 'react'
import type { Signup } from '@xinban/shared/contracts'
import { sayMinutes, signupActionWords, signupStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'
import { HoursForm } from './hours-form'

/** One volunteer's place, with what may be done about it now. */
export function RosterRow({ signup, onChanged }: { signup: Signup; onChanged: (signup: Signup) => void }) {
  const [hours, setHours] = useState<'confirm' | 'correct'>()
  const checkIn = useAct('signups.check-in')
  const checkOut = useAct('signups.check-out')
  const confirm = useAct('signups.confirm')
  const miss = useAct('signups.miss')
  const moves = { 'check-in': checkIn, 'check-out': checkOut, confirm, miss }
  const shown = (Object.keys(moves) as (keyof typeof moves)[]).filter((action) =>
    signup.allowedActions.includes(action),
  )
  const problem = checkIn.problem ?? checkOut.problem ?? confirm.problem ?? miss.problem
  const name = signup.name ?? '队员'

  async function press(action: keyof typeof moves) {
    const answer = await moves[action].act({ params: { id: signup.id }, version: signup.version, body: {} })
    if (!answer) return
    say('记下了')
    onChanged(answer)
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="p" className={styles.title}>
        {name}
      </Box>
      <Box as="p" className={styles.meta}>
        {signupStateWords[signup.state]}
        {signup.minutes !== null && ` · ${sayMinutes(signup.minutes)}`}
        {signup.points !== null && ` · ${signup.points} 分`}
      </Box>
      <ProblemNote problem={problem} />
      {(shown.length > 0 || signup.allowedActions.includes('correct')) && (
        <Box className={styles.actions}>
          {shown.map((action) => (
            <Button
              key={action}
              size="small"
              label={`${signupActionWords[action]}：${name}`}
              isBusy={moves[action].isBusy}
              onPress={() => void press(action)}
            >
              {signupActionWords[action]}
            </Button>
          ))}
          {signup.allowedActions.includes('confirm') && hours === undefined && (
            <Button size="small" label={`少记一些：${name}`} onPress={() => setHours('confirm')}>
              少记一些
            </Button>
          )}
          {signup.allowedActions.includes('correct') && hours === undefined && (
            <Button size="small" label={`更正时长：${name}`} onPress={() => setHours('correct')}>
              更正时长
            </Button>
          )}
        </Box>
      )}
      {hours !== undefined && (
        <HoursForm
          signup={signup}
          action={hours}
          onCancel={() => setHours(undefined)}
          onDone={(changed) => {
            setHours(undefined)
            onChanged(changed)
          }}
        />
      )}
    </Box>
  )
}
