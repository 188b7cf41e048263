import { keepsClaim, orderFlow, targetsOf, type OrderAction } from '@xinban/shared/domain'
import { topics } from '../order.repository'

/**
 * Topics of the steps by which a claim may end: every action that leads from where a unit has it to where none has.
 * Worked out of the flow, so that none is forgotten; whether it has ended says the row.
 */
export const claimEndTopics: readonly string[] = (Object.keys(orderFlow.actions) as OrderAction[])
  .filter((action) => {
    const rule = orderFlow.actions[action]
    return rule.from.some(keepsClaim) && targetsOf(rule).some((to) => !keepsClaim(to))
  })
  .map((action) => topics[action])
