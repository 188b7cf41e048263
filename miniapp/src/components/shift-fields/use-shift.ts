import { useState } from 'react'
import { addDays, chinaDate, minutesOfDay } from '@xinban/shared/domain'
import { focusField } from '@/platform/focus'

/** What is typed of a date: the day `YYYY-MM-DD`, times and numbers as people write them. */
interface Typed {
  readonly place: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly capacity: string
}

/** A time of day as it is typed: 9:00, 09：00, 0900. @returns `09:00`, or undefined */
export function readTime(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

const two = (value: number) => String(value).padStart(2, '0')
const timeOf = (at: Date) => `${two(Math.floor(minutesOfDay(at) / 60))}:${two(minutesOfDay(at) % 60)}`
const nextDay = (day: string) => chinaDate(addDays(new Date(`${day}T12:00:00+08:00`), 1))

/** Tomorrow morning, ten people. */
export const freshShift = (now: Date): Typed => ({
  ...{ place: '', day: chinaDate(addDays(now, 1)), from: '09:00', to: '11:00', capacity: '10' },
})

/** A date that was offered, as it would be typed. */
export function typedShift(shift: { place: string; startsAt: string; endsAt: string; capacity: number }): Typed {
  const startsAt = new Date(shift.startsAt)
  return {
    ...{ place: shift.place, capacity: String(shift.capacity), day: chinaDate(startsAt) },
    ...{ from: timeOf(startsAt), to: timeOf(new Date(shift.endsAt)) },
  }
}

function issuesOf({ place, from, to, capacity }: Typed, least: number) {
  const isNumber = /^[1-9]\d{0,2}$/.test(capacity.trim())
  return {
    place: place.trim() === '' ? '请写在哪里集合' : undefined,
    from: readTime(from) === undefined ? '请写成 09:00 这样' : undefined,
    to: readTime(to) === undefined ? '请写成 11:00 这样' : undefined,
    capacity: !isNumber
      ? '请填 1 到 500 的整数'
      : Number(capacity) < least
        ? `已经有 ${least} 人报名，名额不能比这少`
        : undefined,
  }
}
type Issues = ReturnType<typeof issuesOf>

export interface Shift {
  readonly typed: Typed
  readonly type: (name: keyof Typed) => (value: string) => void
  /** What is wrong with a field, once somebody tried to send it. */
  readonly shown: (name: keyof Issues) => string | undefined
  /** A watch through the night ends on the next day. */
  readonly isOverNight: boolean
  /** What is to be sent; undefined where something is wrong, which has the focus then. */
  readonly read: () => { place: string; startsAt: string; endsAt: string; capacity: number } | undefined
}

/**
 * What somebody types of a date for volunteers.
 * @param least people for whom there has to be a place
 */
export function useShift(start: Typed, least = 0): Shift {
  const [typed, setTyped] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const issues = issuesOf(typed, least)
  const [begins, ends] = [readTime(typed.from), readTime(typed.to)]
  const isOverNight = begins !== undefined && ends !== undefined && ends <= begins
  return {
    ...{ typed, isOverNight },
    type: (name) => (value) => setTyped((before) => ({ ...before, [name]: value })),
    shown: (name) => (isChecked ? issues[name] : undefined),
    read: () => {
      setChecked(true)
      const wrong = (Object.keys(issues) as (keyof Issues)[]).find((name) => issues[name] !== undefined)
      if (wrong) {
        focusField(wrong)
        return undefined
      }
      const { place, day, capacity } = typed
      return {
        ...{ place, capacity: Number(capacity), startsAt: `${day}T${begins}:00+08:00` },
        endsAt: `${isOverNight ? nextDay(day) : day}T${ends}:00+08:00`,
      }
    },
  }
}
