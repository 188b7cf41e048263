import type { WishCategory } from './wish-rules'

/** What fitting looks at of a unit. */
export interface Offer {
  readonly categories: readonly WishCategory[]
  /** Communities that it serves, streets and districts resolved; empty: all of its district. */
  readonly communityCodes: readonly string[]
}

/** And of a wish. */
export interface Waiting {
  readonly category: WishCategory
  readonly communityCode: string
  /** Whole days on the wall. */
  readonly days: number
  readonly isPriority: boolean
}

const points = { category: 50, area: 25, priority: 15, mostDays: 30 }

/**
 * How well a wish fits a unit, 0–120: half for what it can do, then for where it works, then for how long the wish has
 * waited. Never a reason to refuse: a unit may claim whatever it serves.
 */
export function fitOf({ categories, communityCodes }: Offer, wish: Waiting): number {
  const isNear = communityCodes.length === 0 || communityCodes.includes(wish.communityCode)
  return (
    (categories.includes(wish.category) ? points.category : 0) +
    (isNear ? points.area : 0) +
    (wish.isPriority ? points.priority : 0) +
    Math.min(Math.max(wish.days, 0), points.mostDays)
  )
}

/** The best fitting first, those that fit equally in the order in which they came. */
export function suggestWishes<Wish extends Waiting>(offer: Offer, wishes: readonly Wish[], most: number): Wish[] {
  return wishes
    .map((wish, at) => ({ wish, at, fit: fitOf(offer, wish) }))
    .filter(({ wish }) => offer.categories.includes(wish.category))
    .sort((a, b) => b.fit - a.fit || a.at - b.at)
    .slice(0, most)
    .map(({ wish }) => wish)
}
