import { dayNumber, minutesOfDay, sayTime } from '@xinban/shared/domain'

const two = (value: number) => String(value).padStart(2, '0')
const timeOf = (instant: Date) => `${two(Math.floor(minutesOfDay(instant) / 60))}:${two(minutesOfDay(instant) % 60)}`

/** `今天 09:00–12:00`; the end in full where it is another day. @param startsAt ISO 8601 @param endsAt ISO 8601 */
export function saySpan(startsAt: string, endsAt: string, now: Date): string {
  const [from, to] = [new Date(startsAt), new Date(endsAt)]
  const end = dayNumber(from) === dayNumber(to) ? timeOf(to) : sayTime(to, now)
  return `${sayTime(from, now)}–${end}`
}
