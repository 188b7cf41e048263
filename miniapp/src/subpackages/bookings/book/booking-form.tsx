import { useState } from 'react'
import type { Answer, Booking, Hall, HallItem } from '@xinban/shared/contracts'
import { priorities } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { useConsentedAct } from '@/components/consent-dialog/use-consented-act'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useCountdown } from '@/hooks/use-countdown'
import { useNow } from '@/hooks/use-now'
import { focusField } from '@/platform/focus'
import { priorityWords, timeOfBooking } from '@/words/bookings'
import { Materials } from './materials'
import { PersonFields } from './person-fields'
import { emptyPerson, missingInPerson, toPerson } from './person'
import styles from './index.module.scss'

interface BookingFormProps {
  hall: Hall
  item: HallItem
  hold: Answer<'holds.create'>
  onBack: () => void
  onBooked: (booking: Booking) => void
}

const priorityOptions = priorities.map((value) => ({ value, word: priorityWords[value] }))

/** While the place is kept: for whom, what to bring, and yes. */
export function BookingForm({ hall, item, hold, onBack, onBooked }: BookingFormProps) {
  const now = useNow()
  const { words: left, isOver } = useCountdown(hold.expiresAt)
  const [person, setPerson] = useState(emptyPerson)
  const [priority, setPriority] = useState<(typeof priorities)[number]>('none')
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const create = useConsentedAct('bookings.create')
  const release = useAct('holds.release')

  function submit() {
    const missing = missingInPerson(person)
    setWrong(missing)
    const [first] = Object.keys(missing)
    if (first !== undefined) return focusField(first)
    const { hallId, itemId, start, id: holdId } = hold
    create.run({ body: { hallId, itemId, start, holdId, priority, ...toPerson(person) } }, onBooked)
  }

  async function back() {
    // What cannot be given back now lapses by itself.
    await release.act({ params: { id: hold.id } })
    onBack()
  }

  if (isOver && !create.isBusy) {
    return (
      <Box className={styles.over} role="alert">
        <Box as="p" className={styles.lead}>
          保留时间到了，位置已经让出来。
        </Box>
        <Box as="p">再选一次时间就行，刚才的位置可能还在。</Box>
        <Button kind="primary" className={styles.gap} onPress={onBack}>
          重新选时间
        </Button>
      </Box>
    )
  }
  return (
    <Form onSubmit={submit}>
      <Box className={styles.kept}>
        <Box as="p" className={styles.time}>
          {timeOfBooking(hold, now)}
        </Box>
        <Box as="p">
          {hall.name} · {item.name}
        </Box>
        <Box as="p" className={styles.countdown}>
          位置为你留着，还剩{' '}
          <Box as="span" className={styles.clock}>
            {left}
          </Box>
        </Box>
      </Box>
      <PersonFields
        person={person}
        errors={{ ...personErrors(create.problem?.fields), ...wrong }}
        onChange={(part) => setPerson((before) => ({ ...before, ...part }))}
      />
      <Choice
        id="priority"
        label="要优先照顾吗"
        options={priorityOptions}
        value={priority}
        hint="老年人、残疾人到了大厅先叫号"
        onChange={setPriority}
        isInline
      />
      <Materials materials={item.materials} />
      <ProblemNote problem={create.problem} />
      <Button kind="primary" isSubmit isBusy={create.isBusy}>
        确认预约
      </Button>
      <Button kind="plain" className={styles.gap} isBusy={release.isBusy} onPress={() => void back()}>
        换个时间
      </Button>
      {create.dialog}
    </Form>
  )
}

/** What the server says of the person's fields, by the fields' ids. */
const personErrors = (fields: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, words]) =>
      path.startsWith('person.') ? [[path.replace('.', '-'), words] as const] : [],
    ),
  )
