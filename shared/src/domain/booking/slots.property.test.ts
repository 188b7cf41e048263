import fc from 'fast-check'
import { calendar2026 } from '../time/calendar.fixtures'
import { dateOfDay, dayNumber } from '../time/china-time'
import { nowArbitrary, overridesArbitrary, rulesArbitrary, takenArbitrary, weekArbitrary } from './booking.fixtures'
import { peakWithin } from './interval'
import { datesBetween } from './open-hours'
import { bookablePlaces, capacityOf, generateSlots, slotAt, slotsOfDay, type Occupancy } from './slots'

const calendar = calendar2026()
const scenario = fc
  .tuple(nowArbitrary, weekArbitrary, overridesArbitrary, rulesArbitrary)
  .chain(([now, weekly, overrides, rules]) =>
    takenArbitrary(now).map((taken) => ({ now, schedule: { weekly, overrides, rules }, taken })),
  )
const daysFrom = (now: Date, count: number) => ({
  from: dateOfDay(dayNumber(now) - 1),
  through: dateOfDay(dayNumber(now) + count),
})
const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

test('slots never overlap, have their length and buffer, come in order, and keep notice and horizon', () => {
  fc.assert(
    fc.property(scenario, ({ now, schedule, taken }) => {
      const slots = generateSlots(schedule, calendar, { ...daysFrom(now, 9), now, taken })
      const { slotMinutes, leadMinutes, horizonDays, horizonKind } = schedule.rules
      for (const [index, slot] of slots.entries()) {
        const before = slots[index - 1]
        expect(slot.end - slot.start).toBe(slotMinutes * 60_000)
        if (before) expect(slot.start).toBeGreaterThanOrEqual(before.end)
        expect(slot.start - now.getTime()).toBeGreaterThanOrEqual(leadMinutes * 60_000)
        if (horizonKind === 'calendar')
          expect(dayNumber(new Date(slot.start)) - dayNumber(now)).toBeLessThanOrEqual(horizonDays)
        expect(slotAt(schedule, calendar, new Date(slot.start))).toMatchObject({ start: slot.start, end: slot.end })
      }
    }),
  )
})

test('what is left and what is taken never exceed the capacity, however many are booked', () => {
  fc.assert(
    fc.property(scenario, ({ now, schedule, taken }) => {
      const live = taken.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now.getTime())
      const { capacity } = capacityOf(schedule.rules)
      for (const slot of generateSlots(schedule, calendar, { ...daysFrom(now, 9), now, taken })) {
        expect(slot.left).toBeGreaterThanOrEqual(0)
        expect(slot.left).toBeLessThanOrEqual(capacity)
        if (slot.left > 0) expect(slot.left + peakWithin(slot, live)).toBeLessThanOrEqual(capacity)
      }
    }),
  )
})

test('booking whatever is left, one after the other, fills every slot and no more', () => {
  fc.assert(
    fc.property(scenario, ({ now, schedule, taken }) => {
      const ask = (all: readonly Occupancy[]) =>
        generateSlots(schedule, calendar, { ...daysFrom(now, 2), now, taken: all })
      const booked = ask(taken).flatMap(({ start, end, left }) => Array.from({ length: left }, () => ({ start, end })))
      expect(ask([...taken, ...booked]).every(({ left }) => left === 0)).toBe(true)
    }),
  )
})

test('the order of hours, overrides and bookings does not matter, and nothing that goes in is changed', () => {
  fc.assert(
    fc.property(scenario, ({ now, schedule, taken }) => {
      const ask = { ...daysFrom(now, 9), now }
      const frozen = deepFreeze({ schedule, taken })
      const slots = generateSlots(frozen.schedule, calendar, { ...ask, taken: frozen.taken })
      const { weekly, overrides, rules } = schedule
      const turned = {
        weekly: [...weekly].reverse(),
        overrides: [...overrides].reverse(),
        rules: { ...rules, weekly: rules.weekly && [...rules.weekly].reverse() },
      }
      expect(generateSlots(turned, calendar, { ...ask, taken: [...taken].reverse() })).toEqual(slots)
    }),
  )
})

test('places counted for many days are those of the grids of each item and day', () => {
  fc.assert(
    fc.property(scenario, rulesArbitrary, ({ now, schedule }, other) => {
      const { from, through } = daysFrom(now, 9)
      const dates = datesBetween(from, through)
      const all = [schedule.rules, other]
      const grids = all.flatMap((rules) => dates.flatMap((date) => slotsOfDay({ ...schedule, rules }, calendar, date)))
      const places = grids.reduce((sum, { capacity }) => sum + capacity, 0)
      expect(bookablePlaces(schedule, all, calendar, dates)).toBe(places)
    }),
  )
})
