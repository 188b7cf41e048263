import { useState } from 'react'
import { addDays, chinaDate } from '@xinban/shared/domain'
import { Button } from '@/components/button/button'
import { DateField } from '@/components/date-field/date-field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import type { ApiProblem } from '@/platform/problem'

interface OpenVoteFormProps {
  now: Date
  isBusy: boolean
  problem: ApiProblem | undefined
  onSend: (body: { closesAt: string }) => void
}

const usualDays = 7

/** Until which day, its end included, residents vote. */
export function OpenVoteForm({ now, isBusy, problem, onSend }: OpenVoteFormProps) {
  const [day, setDay] = useState(chinaDate(addDays(now, usualDays)))
  return (
    <Form onSubmit={() => onSend({ closesAt: `${day}T23:59:59+08:00` })}>
      <ProblemNote problem={problem} />
      <DateField
        id="vote-day"
        label="投票到哪天"
        hint="当天 24:00 截止；能投票的人在开始时定下来"
        min={chinaDate(now)}
        value={day}
        error={problem?.fields.closesAt}
        onChange={setDay}
        isRequired
      />
      <Button kind="primary" size="small" isSubmit isBusy={isBusy}>
        开始票决
      </Button>
    </Form>
  )
}
