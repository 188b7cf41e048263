import type { Order } from '@xinban/shared/contracts'
import { sayTime, starWords } from '@xinban/shared/domain'
import type { Audience } from './event-story'

type Review = NonNullable<Order['defaultReview']>

/** What the district counts where nobody rated: to its owner with the way out, to staff with what it is not. */
export function tellDefaultReview(
  { stars, at, isNoted }: Review,
  { allowedActions, isOwn }: Pick<Order, 'allowedActions' | 'isOwn'>,
  audience: Audience,
  now: Date,
): string {
  const time = sayTime(new Date(at), now)
  const word = `${stars} 星“${starWords[stars]}”`
  if (audience === 'staff') {
    return isNoted
      ? `没有人评价，${time} 记了默认评价 ${word}，另计`
      : `${time} 前没有人评价，就记默认评价 ${word}，另计`
  }
  const rate = isOwn && allowedActions.includes('rate') ? '你现在评，就按你的评价算。' : ''
  return isNoted
    ? `${time} 按区里的规定记了默认评价 ${word}，单独计数，不算满意率。${rate}`
    : `${time} 前没有评价，会按区里的规定记默认评价 ${word}，单独计数，不算满意率。${rate}`
}
