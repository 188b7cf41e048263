import { chinaDate } from '@xinban/shared/domain'
import type { ApiProblem } from '@/platform/problem'
import { DateField } from '../date-field/date-field'
import { Field } from '../field/field'
import type { Shift } from './use-shift'

interface ShiftFieldsProps {
  shift: Shift
  now: Date
  problem: ApiProblem | undefined
}

/** When and where volunteers meet, and how many of them. */
export function ShiftFields({ shift, now, problem }: ShiftFieldsProps) {
  const { typed, type, shown, isOverNight } = shift
  return (
    <>
      <Field
        id="place"
        label="在哪里集合"
        value={typed.place}
        maxLength={40}
        error={problem?.fields.place ?? shown('place')}
        onChange={type('place')}
        isRequired
      />
      <DateField
        id="day"
        label="哪天"
        min={chinaDate(now)}
        value={typed.day}
        error={problem?.fields.startsAt}
        onChange={type('day')}
        isRequired
      />
      <Field id="from" label="几点开始" value={typed.from} error={shown('from')} onChange={type('from')} isRequired />
      <Field
        id="to"
        label="几点结束"
        hint={isOverNight ? '比开始早，算第二天' : undefined}
        value={typed.to}
        error={problem?.fields.endsAt ?? shown('to')}
        onChange={type('to')}
        isRequired
      />
      <Field
        id="capacity"
        label="要多少人"
        type="number"
        value={typed.capacity}
        maxLength={3}
        error={problem?.fields.capacity ?? shown('capacity')}
        onChange={type('capacity')}
        isRequired
      />
    </>
  )
}
