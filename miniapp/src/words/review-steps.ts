import type { Order, OrderClock, OrderEvent } from '@xinban/shared/contracts'
import { sayTime, starWords } from '@xinban/shared/domain'
import type { Audience } from './event-story'

export type ReviewStepState = 'done' | 'next' | 'later' | 'dropped'

/** A step of the loop that a bad rating starts. */
export interface ReviewStep {
  key: 'callback' | 'rectify' | 'follow-up'
  title: string
  state: ReviewStepState
  /** Who did it, or has to. */
  who: string | null
  at: Date | null
  /** By when it is due; null where no clock of it runs that the reader may see. */
  clock: OrderClock | null
  /** The same for who waits for it, and until when they may rate again. */
  by: string | null
  note: string | null
}

const titles: Record<Audience, Record<ReviewStep['key'], string>> = {
  staff: { callback: '回访', rectify: '整改', 'follow-up': '追评' },
  owner: { callback: '街道来电', rectify: '重新改好', 'follow-up': '再评一次' },
}

export const stateWords: Record<Audience, Record<ReviewStepState, string>> = {
  staff: { done: '已完成', next: '待办', later: '整改后进行', dropped: '没有追评' },
  owner: { done: '已完成', next: '还没做', later: '改好以后', dropped: '没有再评' },
}

const runningOf = (order: Order, kind: OrderClock['kind']): OrderClock | null =>
  order.clocks.find((clock) => clock.kind === kind && clock.outcome === 'running') ?? null

/** A rework that was fulfilled put it right as well. */
function rectifyingOf({ events, rating }: Order): OrderEvent | undefined {
  const later = events.filter(({ at }) => rating !== null && Date.parse(at) >= Date.parse(rating.at))
  return later.find(({ action }) => action === 'rectify' || action === 'fulfil')
}

const byWords: Record<ReviewStep['key'], string> = { callback: '前打来', rectify: '前改好', 'follow-up': '前可以评' }

/** `11 月 24 日 08:30 前打来`; what was promised and not kept says so. */
export function tellBy({ key, by }: Pick<ReviewStep, 'key' | 'by'>, now: Date, reckonedFrom = now): string | null {
  if (by === null) return null
  const words = `${sayTime(new Date(by), reckonedFrom)} ${byWords[key]}`
  return new Date(by) < now ? `原定 ${words}，已经过了` : words
}

/** The steps after a bad rating as far as they went; empty where none began. */
export function reviewStepsOf(order: Order, audience: Audience): ReviewStep[] {
  const { badReview, badReviewDates, events, followUpRating } = order
  if (!badReview) return []
  const title = titles[audience]
  const called = events.find(({ action }) => action === 'callback')
  const rectified = rectifyingOf(order)
  const followedUp = events.find(({ action }) => action === 'follow-up-rating')
  const bys: Record<ReviewStep['key'], string | null | undefined> = {
    callback: badReviewDates?.callbackBy,
    rectify: badReviewDates?.rectifyBy,
    'follow-up': badReviewDates?.followUpUntil,
  }
  const step = (key: ReviewStep['key'], event: OrderEvent | undefined, isOwed: boolean): ReviewStep => ({
    key,
    title: title[key],
    state: event ? 'done' : isOwed ? 'next' : 'dropped',
    who: event?.actor.org?.name ?? null,
    at: event ? new Date(event.at) : null,
    clock: event || key === 'follow-up' ? null : runningOf(order, key),
    by: event ? null : (bys[key] ?? null),
    note: event?.note ?? null,
  })
  const calling = step('callback', called, badReview.needsCallback)
  const rating = step('follow-up', followedUp, badReview.isFollowUpOpen)
  return [
    {
      ...calling,
      note: called?.isReached === false ? ['没打通', called.note].filter(Boolean).join('：') : calling.note,
    },
    step('rectify', rectified, badReview.needsRectifying),
    {
      ...rating,
      state: badReview.needsRectifying ? 'later' : rating.state,
      note: followUpRating ? `${followUpRating.stars} 星 ${starWords[followUpRating.stars]}` : null,
    },
  ]
}
