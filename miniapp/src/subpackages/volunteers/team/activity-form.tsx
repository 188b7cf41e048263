import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { addDays, chinaDate } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'

interface ActivityFormProps {
  team: OrgRef
  now: Date
  onDone: () => void
}

/** A time of day as it is typed: 9:00, 09：00, 0900. @returns `09:00`, or undefined */
export function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

const nextDay = (day: string) => chinaDate(addDays(new Date(`${day}T12:00:00+08:00`), 1))

export function ActivityForm({ team, now, onDone }: ActivityFormProps) {
  const [title, setTitle] = useState('')
  const [place, setPlace] = useState('')
  const [detail, setDetail] = useState('')
  const [day, setDay] = useState(chinaDate(addDays(now, 1)))
  const [from, setFrom] = useState('09:00')
  const [to, setTo] = useState('11:00')
  const [capacity, setCapacity] = useState('10')
  const [isChecked, setChecked] = useState(false)
  const { act, isBusy, problem } = useAct('activities.create')
  const [begins, ends] = [readTime(from), readTime(to)]
  // A watch through the night ends on the next day.
  const isOverNight = begins !== undefined && ends !== undefined && ends <= begins
  const fields = {
    title: title.trim() === '' ? '请写做什么' : undefined,
    place: place.trim() === '' ? '请写在哪里集合' : undefined,
    from: begins === undefined ? '请写成 09:00 这样' : undefined,
    to: ends === undefined ? '请写成 11:00 这样' : undefined,
    capacity: /^[1-9]\d{0,2}$/.test(capacity.trim()) ? undefined : '请填 1 到 500 的整数',
  }
  const shown = (name: keyof typeof fields) => (isChecked ? fields[name] : undefined)

  async function submit() {
    setChecked(true)
    const wrong = (Object.keys(fields) as (keyof typeof fields)[]).find((name) => fields[name] !== undefined)
    if (wrong) return focusField(wrong)
    const answer = await act({
      body: {
        ...{ teamCode: team.code, title, place, detail, capacity: Number(capacity) },
        startsAt: `${day}T${begins}:00+08:00`,
        endsAt: `${isOverNight ? nextDay(day) : day}T${ends}:00+08:00`,
      },
    })
    if (answer) onDone()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <Field
        id="title"
        label="做什么"
        placeholder="比如：上门理发"
        value={title}
        maxLength={40}
        error={problem?.fields.title ?? shown('title')}
        onChange={setTitle}
        isRequired
      />
      <Field
        id="place"
        label="在哪里集合"
        value={place}
        maxLength={40}
        error={problem?.fields.place ?? shown('place')}
        onChange={setPlace}
        isRequired
      />
      <DateField
        id="day"
        label="哪天"
        min={chinaDate(now)}
        value={day}
        error={problem?.fields.startsAt}
        onChange={setDay}
        isRequired
      />
      <Field id="from" label="几点开始" value={from} error={shown('from')} onChange={setFrom} isRequired />
      <Field
        id="to"
        label="几点结束"
        hint={isOverNight ? '比开始早，算第二天' : undefined}
        value={to}
        error={problem?.fields.endsAt ?? shown('to')}
        onChange={setTo}
        isRequired
      />
      <Field
        id="capacity"
        label="要多少人"
        type="number"
        value={capacity}
        maxLength={3}
        error={problem?.fields.capacity ?? shown('capacity')}
        onChange={setCapacity}
        isRequired
      />
      <TextArea
        id="detail"
        label="要带什么、注意什么"
        value={detail}
        maxLength={1000}
        error={problem?.fields.detail}
        onChange={setDetail}
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        发出
      </Button>
    </Form>
  )
}
