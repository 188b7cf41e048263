import type { OrgLevel } from '../orgs/org-code'

/** Orgs that stand in the way from the district to a resident; grids and units offer nothing of their own. */
export const offeringLevels: readonly OrgLevel[] = ['district', 'street', 'community']

/** What an org may do about an item, both words as the API has them. */
export const offerActions = ['offer', 'stop-offering'] as const
export type OfferAction = (typeof offerActions)[number]

/**
 * What makes sense for whoever decides on an org's offers. An offer of its own adds nothing to one from above, but one
 * that it made before may go.
 */
export function possibleOfferActions(item: { isOfferedHere: boolean; isOfferedAbove: boolean }): OfferAction[] {
  if (item.isOfferedHere) return ['stop-offering']
  return item.isOfferedAbove ? [] : ['offer']
}
