import type { OrderSummary } from '@xinban/shared/contracts'

/** Whether the server lets this person accept it now. */
export const mayAccept = ({ allowedActions }: Pick<OrderSummary, 'allowedActions'>): boolean =>
  allowedActions.includes('accept')
