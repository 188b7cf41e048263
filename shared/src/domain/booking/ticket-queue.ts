import type { Priority } from './ticket-flow'

/** What decides when a ticket's turn comes. */
export interface QueuedTicket {
  readonly id: string
  readonly number: number
  readonly priority: Priority
  /** When a booking's time is, milliseconds; null for walk-ins. */
  readonly bookedFor: number | null
  readonly drawnAt: number
  /** Put back after it was passed over: it stands behind whoever is next. */
  readonly isResumed: boolean
}

const minute = 60_000

/** The rule as the waiting room shows it. */
export const priorityRule = '老年人、残疾人优先叫号；预约到点的先叫；现场取号的按先后叫'

/**
 * The order in which tickets are called: the aged and disabled first; then bookings whose time has come, in order of it;
 * then walk-ins as they drew; bookings whose time is still to come last. One that was put back stands behind the first
 * who waits. The order of the input does not matter, and it stays as it was.
 */
export function callingOrder<Ticket extends QueuedTicket>(tickets: readonly Ticket[], now: Date): Ticket[] {
  const keys = ({ priority, bookedFor, drawnAt, number }: Ticket) => [
    bookedFor !== null && bookedFor > now.getTime() ? 1 : 0,
    priority === 'none' ? 1 : 0,
    bookedFor === null ? 1 : 0,
    bookedFor ?? drawnAt,
    number,
  ]
  const sorted = [...tickets].sort((a, b) => {
    const theirs = keys(b)
    return keys(a).reduce((found, key, at) => found || key - (theirs[at] ?? 0), 0)
  })
  const [resumed, waiting] = [sorted.filter(({ isResumed }) => isResumed), sorted.filter(({ isResumed }) => !isResumed)]
  return [...waiting.slice(0, 1), ...resumed, ...waiting.slice(1)]
}

/** How fast a hall serves, for an estimate. */
export interface ServiceRate {
  readonly windows: number
  readonly minutesPerPerson: number
  /** Share of the windows' time that bookings of the coming hours do not take, 0–1, and what is kept for walk-ins. */
  readonly freeShare: number
  readonly walkInShare: number
}

/**
 * When the turn of a ticket comes with `before` people in front: each takes a window's time, and of the windows walk-ins
 * get what bookings leave, at least their reserved share, and never less than one window's tenth.
 */
export function expectedAt(before: number, rate: ServiceRate, now: Date): Date {
  const share = Math.min(1, Math.max(rate.freeShare, rate.walkInShare))
  const windows = Math.max(0.1, rate.windows * share)
  return new Date(now.getTime() + Math.ceil((before * rate.minutesPerPerson) / windows) * minute)
}

/** `12`, and `优12` for those who go first. */
export const ticketLabel = (number: number, priority: Priority): string =>
  priority === 'none' ? String(number) : `优${number}`
