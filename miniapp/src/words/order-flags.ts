import type { OrderSummary } from '@xinban/shared/contracts'

type Flagged = Pick<OrderSummary, 'badReview' | 'isDisputed' | 'isEscalated' | 'urgeCount' | 'allowedActions'>

/** What is out of the ordinary with an order, in officials' terms, the gravest first; empty where nothing is. */
export function flagsOf({ badReview, isDisputed, isEscalated, urgeCount, allowedActions }: Flagged): string[] {
  return [
    isEscalated && '已提级',
    isDisputed && '待审异议',
    badReview?.needsCallback && '待回访',
    badReview?.needsRectifying && '待整改',
    badReview?.isFollowUpOpen && '待追评',
    allowedActions.includes('resolve-extension') && '待审延期',
    urgeCount > 0 && `催过 ${urgeCount} 次`,
  ].filter((flag) => typeof flag === 'string')
}
