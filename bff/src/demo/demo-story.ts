import type { PlaceOrder } from '@xinban/shared/contracts'
import type {
  DeclineDecision,
  DeclineReason,
  DisputeDecision,
  EscalationDecision,
  ExtensionDecision,
  GradeScores,
  Stars,
  WishCategory,
} from '@xinban/shared/domain'
import type { DemoPicture } from './pictures/demo-scenes'

/** What is taken in an order that does not go smoothly. */
export type TroubleStep =
  | { action: 'callback'; isReached: boolean; note: string }
  | { action: 'rectify'; note: string; photos?: readonly DemoPicture[] }
  | { action: 'follow-up-rating'; stars: Stars; reasons: number[]; comment?: string }
  | { action: 'request-extension'; days: number; note: string }
  | { action: 'resolve-extension'; decision: ExtensionDecision; note?: string }
  | { action: 'urge' }
  | { action: 'dispute'; note: string; photos?: readonly DemoPicture[] }
  | { action: 'resolve-dispute'; decision: DisputeDecision; note: string }
  | { action: 'resolve-escalation'; decision: EscalationDecision; note: string }

export type DemoStep =
  | TroubleStep
  | { action: 'accept' }
  | { action: 'decline'; reason: DeclineReason; note: string }
  | { action: 'resolve-decline'; decision: DeclineDecision; toCode?: string; note: string }
  | { action: 'dispatch'; toCode: string; note?: string }
  | { action: 'progress'; note: string; photos?: readonly DemoPicture[] }
  | { action: 'fulfil'; note: string; photos?: readonly DemoPicture[] }
  | { action: 'withdraw'; note?: string }
  | { action: 'rate'; stars: Stars; reasons: number[]; comment?: string }
  | { action: 'grade'; scores: GradeScores; note?: string }
  | { action: 'rework'; note: string }
  | { action: 'approve'; title?: string; category?: WishCategory }
  | { action: 'offer-to-units'; title: string; category: WishCategory; note: string }
  | { action: 'claim' }
  | { action: 'first-contact'; note: string }
  | { action: 'release'; note: string }
  | { action: 'second' }
  /** Into the order of an earlier story, by its title. */
  | { action: 'merge'; intoTitle: string; note?: string }

export interface DemoStory {
  readonly by: string
  readonly communityCode: string
  readonly hoursAgo: number
  readonly place: Pick<PlaceOrder, 'kind' | 'title' | 'content'> &
    Partial<Pick<PlaceOrder, 'location' | 'contact' | 'onBehalfOf' | 'urgency' | 'visibility'>> & {
      readonly item?: string
      readonly photos?: readonly DemoPicture[]
    }
  /** Who, how many hours after placing, did what. */
  readonly steps: readonly (readonly [account: string, hoursAfter: number, step: DemoStep])[]
}

export const communityCode = '610303001002'
export const community = `community-${communityCode}`
const grid = `${communityCode}001`
export const gridWorker = `grid-${grid}`
export const street = 'street-610303001'
export const accept = [community, 1, { action: 'accept' }] as const
export const toGrid = [community, 2, { action: 'dispatch', toCode: grid, note: '请先和居民约好时间' }] as const
