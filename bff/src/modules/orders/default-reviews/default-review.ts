import { defaultReviewAt } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { rulesAt } from '../../scores'
import type { EventData } from '../order-event.entity'
import type { OrderRow } from '../order.entity'

/** Who stands in the history where nobody did anything: no person has this id. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** Somebody spoke, or it is not done any more: nothing is noted, and what was noted goes. */
export const noDefaultReview = { defaultReviewAt: null, defaultStars: null } as const satisfies Partial<OrderRow>

/**
 * What the rules of its district on the day of its fulfilment say of an order that nobody rates. Whoever rated before a
 * rework has spoken.
 */
export async function defaultReviewOf(
  em: EntityManager,
  { districtCode, ratedAt }: Pick<OrderRow, 'districtCode' | 'ratedAt'>,
  fulfilledAt: Date,
): Promise<{ readonly data: EventData; readonly change: Partial<OrderRow> }> {
  const rules = ratedAt ? null : await rulesAt(em, districtCode, fulfilledAt)
  if (!rules?.defaultReview) return { data: {}, change: noDefaultReview }
  return {
    data: { defaultReview: { ...rules.defaultReview, ruleVersion: rules.version } },
    change: { ...noDefaultReview, defaultReviewAt: defaultReviewAt(fulfilledAt, rules) },
  }
}
