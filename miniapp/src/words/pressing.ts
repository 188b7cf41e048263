import type { OrderSummary } from '@xinban/shared/contracts'
import { sayAge } from './say-age'

export const urgentWord = '紧急'
/** Word and shape of what cannot wait; the colour beside them says nothing of its own. */
export const urgentMark = `▲ ${urgentWord}`

/** What says how pressing an order is, first on its card and last in its row: how old it is. */
export const tellPressing = ({ placedAt }: Pick<OrderSummary, 'placedAt'>, now: Date): string =>
  sayAge(new Date(placedAt), now)
