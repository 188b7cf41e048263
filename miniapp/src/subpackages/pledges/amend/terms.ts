import type { Pledge, Sent } from '@xinban/shared/contracts'

/** What the form can change, as it is typed. */
export interface Terms {
  readonly measures: string
  /** `YYYY-MM-DD` */
  readonly deadline: string
  readonly contact: string
  /** Dates by the ids of milestones. */
  readonly dueOn: Readonly<Record<string, string>>
}
type Changes = NonNullable<Sent<'pledges.amend', 'body'>>['changes']

export const termsOf = ({ measures, deadline, contact, milestones }: Pledge): Terms => ({
  ...{ measures, deadline, contact },
  dueOn: Object.fromEntries(milestones.map(({ id, dueOn }) => [id, dueOn])),
})

/** No more than what differs. */
export function changesOf(before: Terms, after: Terms): Changes {
  const steps = Object.entries(after.dueOn).flatMap(([id, dueOn]) =>
    dueOn === before.dueOn[id] ? [] : [{ id, dueOn }],
  )
  return {
    ...(after.measures !== before.measures && { measures: after.measures }),
    ...(after.deadline !== before.deadline && { deadline: after.deadline }),
    ...(after.contact !== before.contact && { contact: after.contact }),
    ...(steps.length > 0 && { milestones: steps }),
  }
}
