import { at, calendar2026 } from '../time/calendar.fixtures'
import { clockWords } from '../time/office-hours'
import { formatInstant } from '../time/china-time'
import { schedule } from './booking.fixtures'
import { hallDay } from './open-hours'
import { bookableThrough, capacityOf, generateSlots, isBookable, slotAt, slotsOfDay, type ItemSchedule } from './slots'

const calendar = calendar2026()
const clocks = (of: ItemSchedule, date: string) =>
  slotsOfDay(of, calendar, date).map(({ start }) => formatInstant(new Date(start)).slice(11, 16))
const hoursOn = (date: string, of = schedule()) =>
  hallDay(of, calendar, date).hours.map(({ from, to }) => `${clockWords(from)}-${clockWords(to)}`)
const week = (from: number, to: number, weekday = 3) => [{ weekday, from, to }]

test('half-open edges: the last slot ends when the hours do, and one minute less leaves it out', () => {
  expect(clocks(schedule({ slotMinutes: 60 }, { weekly: week(540, 720) }), '2026-11-25')).toEqual([
    '09:00',
    '10:00',
    '11:00',
  ])
  expect(clocks(schedule({ slotMinutes: 60 }, { weekly: week(540, 719) }), '2026-11-25')).toEqual(['09:00', '10:00'])
})

test('adjacent spans are one: no slot is lost at the seam, and overlapping ones give none twice', () => {
  const seam = [...week(540, 600), ...week(600, 660)]
  expect(clocks(schedule({ slotMinutes: 40 }, { weekly: seam }), '2026-11-25')).toEqual(['09:00', '09:40', '10:20'])
  expect(clocks(schedule({ slotMinutes: 60 }, { weekly: [...seam, ...week(550, 650)] }), '2026-11-25')).toEqual([
    '09:00',
    '10:00',
  ])
})

test('buffers stand between slots, not after the last', () => {
  expect(clocks(schedule({ slotMinutes: 20, bufferMinutes: 10 }, { weekly: week(540, 590) }), '2026-11-25')).toEqual([
    '09:00',
    '09:30',
  ])
})

test('minimum notice: bookable until exactly then', () => {
  const of = schedule({ leadMinutes: 120 })
  const slot = slotAt(of, calendar, at('11-25 11:00'))
  if (!slot) throw new Error('no slot at eleven')
  expect(isBookable(slot, of, calendar, at('11-25 09:00'))).toBe(true)
  expect(isBookable(slot, of, calendar, at('11-25 09:01'))).toBe(false)
  const without = schedule()
  expect(isBookable(slot, without, calendar, at('11-25 10:59'))).toBe(true)
  expect(isBookable(slot, without, calendar, at('11-25 11:00'))).toBe(false)
})

test('midnight: hours to 24:00 give a slot that ends on the next day, and the next begins its own', () => {
  const of = schedule({ slotMinutes: 60 }, { weekly: [...week(1320, 1440), ...week(0, 60, 4)] })
  const slots = generateSlots(of, calendar, {
    from: '2026-11-25',
    through: '2026-11-26',
    now: at('11-25 20:00'),
    taken: [],
  })
  expect(slots.map(({ start, end }) => [start, end].map((time) => formatInstant(new Date(time)).slice(5, 16)))).toEqual(
    [
      ['11-25T22:00', '11-25T23:00'],
      ['11-25T23:00', '11-26T00:00'],
      ['11-26T00:00', '11-26T01:00'],
    ],
  )
})

test('a visitor in a zone with daylight saving gets the same instants: slots follow the hall’s clock', () => {
  // On 29 March 2026 Berlin jumps from 02:00 to 03:00, which is 09:00 in Baoji.
  const of = schedule({ slotMinutes: 60 }, { weekly: week(480, 720, 0) })
  const starts = slotsOfDay(of, calendar, '2026-03-29').map(({ start }) => new Date(start).toISOString())
  expect(starts).toEqual([
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T02:00:00.000Z',
    '2026-03-29T03:00:00.000Z',
  ])
  const berlin = new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' })
  expect(starts.map((start) => berlin.format(new Date(start)))).toEqual(['01:00', '03:00', '04:00', '05:00'])
})

test('2026: holidays are off whatever the weekday, make-up Sundays are worked with the hours of a usual day', () => {
  const usual = ['09:00-12:00', '13:00-17:00']
  expect(hoursOn('2026-10-01')).toEqual([])
  expect(hallDay(schedule(), calendar, '2026-10-01').reason).toBe('国庆节')
  expect(hoursOn('2026-09-20')).toEqual(usual)
  expect(hoursOn('2026-10-10')).toEqual(usual)
  expect(hoursOn('2026-10-11')).toEqual([])
  expect(hoursOn('2026-02-15')).toEqual([])
  expect(hoursOn('2026-11-25')).toEqual(usual)
  expect(hallDay(schedule(), calendar, '2027-03-03').isKnown).toBe(false)
})

test('a hall that is open on Saturdays by its week stays so, but not on a holiday', () => {
  const of = schedule({}, { weekly: week(540, 600, 6) })
  expect(hoursOn('2026-11-28', of)).toEqual(['09:00-10:00'])
  expect(hoursOn('2026-10-03', of)).toEqual([])
})

test('closures across days hold on both ends; a day inside that was given hours keeps them', () => {
  const of = schedule(
    {},
    {
      overrides: [
        { from: '2026-11-24', through: '2026-11-27', hours: [], reason: '装修' },
        { from: '2026-11-26', through: '2026-11-26', hours: [{ from: 540, to: 600 }], reason: '临时开放' },
      ],
    },
  )
  expect(['23', '24', '25', '26', '27', '30'].map((day) => hoursOn(`2026-11-${day}`, of).length)).toEqual([
    2, 0, 0, 1, 0, 2,
  ])
  expect(hallDay(of, calendar, '2026-11-25').reason).toBe('装修')
})

test('an override opens a holiday; the district’s closing of a day closes the hall', () => {
  const of = schedule(
    {},
    { overrides: [{ from: '2026-10-01', through: '2026-10-02', hours: [{ from: 540, to: 600 }], reason: '值班' }] },
  )
  expect(hoursOn('2026-10-01', of)).toEqual(['09:00-10:00'])
  const district = calendar2026({ name: '全区', overrides: [{ date: '2026-11-25', kind: 'off', reason: '停电' }] })
  expect(hallDay(schedule(), district, '2026-11-25')).toMatchObject({ hours: [], reason: '停电' })
})

test('horizon: calendar days count all, working days those that are worked', () => {
  const now = at('09-30 10:00')
  expect(bookableThrough(schedule({ horizonDays: 3 }).rules, calendar, now)).toBe('2026-10-03')
  // 1–7 October are off, the 10th is worked.
  expect(bookableThrough(schedule({ horizonDays: 3, horizonKind: 'working' }).rules, calendar, now)).toBe('2026-10-10')
  expect(bookableThrough(schedule({ horizonDays: 0 }).rules, calendar, now)).toBe('2026-09-30')
})

test('the walk-in share is rounded up, so that it is never nothing', () => {
  const places = (walkInPercent: number) =>
    capacityOf({ ...schedule().rules, windows: 3, perWindow: 1, walkInPercent }).capacity
  expect([0, 1, 30, 50, 100].map(places)).toEqual([3, 2, 2, 1, 0])
})

test('holds count until they expire, and a booking of an older grid counts in every slot that it touches', () => {
  const of = schedule({ slotMinutes: 30 })
  const now = at('11-25 08:00')
  const start = at('11-25 09:15').getTime()
  const ask = (expiresAt?: number) =>
    generateSlots(of, calendar, {
      from: '2026-11-25',
      through: '2026-11-25',
      now,
      taken: [{ start, end: start + 1_800_000, ...(expiresAt !== undefined && { expiresAt }) }],
    })
      .slice(0, 3)
      .map(({ left }) => left)
  expect(ask()).toEqual([0, 0, 1])
  expect(ask(now.getTime() + 1)).toEqual([0, 0, 1])
  expect(ask(now.getTime())).toEqual([1, 1, 1])
})
