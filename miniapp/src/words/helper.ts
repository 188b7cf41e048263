import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'

/** Who placed it for someone, and that this person agreed: `王**（女儿）代为点单，已征得本人同意（今天 09:00）`. */
export function tellHelper({ relation, consent }: NonNullable<Order['onBehalfOf']>, now: Date): string {
  if (!consent) return `${relation}代为点单`
  const by = consent.org?.name ?? consent.by
  const who = by === null ? relation : `${by}（${relation}）`
  return `${who}代为点单，已征得本人同意（${sayTime(new Date(consent.at), now)}）`
}

/** On a card of one's own list: whom I placed it for, or that somebody placed it for me; null for what is just mine. */
export function tellOnBehalf({ isOnBehalf, isOwn, requesterName }: OrderSummary): string | null {
  if (!isOnBehalf) return null
  return isOwn ? '别人替我点的' : `我替${requesterName ?? '别人'}点的`
}
