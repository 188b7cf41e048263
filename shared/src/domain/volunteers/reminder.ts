import { dayNumber, instantOn } from '../time/china-time'

/** Minutes of the day: 18:00. */
const evening = 18 * 60

/** When those who signed up are reminded: 18:00 of the day before in China; null when that has passed. */
export function reminderAt(startsAt: Date, now: Date): Date | null {
  const at = instantOn(dayNumber(startsAt) - 1, evening)
  return at > now ? at : null
}
