import fc from 'fast-check'
import { at, calendar2026 } from '../time/calendar.fixtures'
import { checkFlow } from '../flow/flow'
import { affectedBookings, nearestFree } from './affected'
import { schedule } from './booking.fixtures'
import { bookingActionsOf, bookingFlow } from './booking-flow'
import { checkInTiming, isChangeable, limitRefusal, pausedUntil, type OtherBooking } from './booking-rules'
import { hallLoad } from './hall-load'
import { foldLine, iCalendar } from './ical'
import { defaultBookingPolicy as policy } from './schedule'
import { ticketFlow, waitFlow } from './ticket-flow'
import { callingOrder, expectedAt, ticketLabel, type QueuedTicket } from './ticket-queue'

test('flows: every state is reached and every open one has a way out', () => {
  for (const flow of [bookingFlow, ticketFlow, waitFlow])
    expect(checkFlow<string, string>(flow)).toEqual({ unreachable: [], deadEnds: [] })
  expect(bookingActionsOf('booked', 'booker')).toEqual(['cancel', 'move', 'check-in'])
})

test('check-in: from 15 minutes before to 10 after, both ends included', () => {
  const start = at('11-25 10:00')
  const times = ['09:44', '09:45', '10:00', '10:10', '10:11'].map((time) =>
    checkInTiming(start, policy, at(`11-25 ${time}`)),
  )
  expect(times).toEqual(['early', 'open', 'open', 'open', 'late'])
})

test('cancel and move: until the deadline, that minute included', () => {
  expect(isChangeable(at('11-25 10:00'), policy, at('11-25 09:00'))).toBe(true)
  expect(isChangeable(at('11-25 10:00'), policy, at('11-25 09:01'))).toBe(false)
})

describe('no-shows', () => {
  const missed = [at('09-01 09:00'), at('10-01 09:00'), at('11-20 09:00')]
  const ask = (noShows: readonly Date[], now = at('11-25 09:00'), liftedAt: Date | null = null) =>
    pausedUntil(noShows, policy, { now, liftedAt })

  test('the third within 90 days pauses for 30 days from it, in whatever order they come', () => {
    expect(ask(missed)).toEqual(at('12-20 09:00'))
    expect(ask([...missed].reverse())).toEqual(at('12-20 09:00'))
    expect(ask(missed.slice(1))).toBeNull()
  })

  test('not when the first is longer ago, not after the pause is over, not after it was lifted', () => {
    expect(ask([at('08-01 09:00'), ...missed.slice(1)])).toBeNull()
    expect(ask(missed, at('12-20 09:00'))).toBeNull()
    expect(ask(missed, at('11-25 09:00'), at('11-21 09:00'))).toBeNull()
  })
})

describe('limits of a person', () => {
  const booking = (start: string, more: Partial<OtherBooking> = {}): OtherBooking => {
    const time = at(`11-25 ${start}`).getTime()
    return { start: time, end: time + 1_800_000, itemId: 'a', date: '2026-11-25', forWhom: 'self', ...more }
  }
  const limits = { perDay: 2, perItem: 1 }

  test('overlapping times of one person, not of two; neighbours do not overlap', () => {
    expect(limitRefusal(booking('09:15', { itemId: 'b' }), [booking('09:00')], limits)).toBe('overlapping')
    expect(limitRefusal(booking('09:30', { itemId: 'b' }), [booking('09:00')], limits)).toBeUndefined()
    expect(limitRefusal(booking('09:00', { forWhom: 'mother' }), [booking('09:00')], limits)).toBeUndefined()
  })

  test('so many of an item for one person, so many a day for all whom one books for', () => {
    expect(limitRefusal(booking('11:00'), [booking('09:00')], limits)).toBe('per_item')
    const two = [booking('09:00'), booking('10:00', { itemId: 'b', forWhom: 'mother' })]
    expect(limitRefusal(booking('11:00', { itemId: 'c' }), two, limits)).toBe('per_day')
    expect(limitRefusal(booking('11:00', { itemId: 'c', date: '2026-11-26' }), two, limits)).toBeUndefined()
  })
})

test('load: by who waits, and over when the last hour is, whoever is left', () => {
  const hours = [
    { from: 0, to: 5 },
    { from: 540, to: 1440 },
  ]
  const load = (time: number, waiting: number, of = hours) => hallLoad({ hours: of, time, waiting, windows: 2 })
  expect([load(0, 3), load(0, 4), load(600, 10), load(300, 4)]).toEqual(['quiet', 'busy', 'full', 'busy'])
  expect(load(5, 9, [{ from: 0, to: 5 }])).toBe('over')
  expect(load(1439, 0)).toBe('quiet')
  expect(load(600, 9, [])).toBe('closed')
})

describe('queue', () => {
  const now = at('11-25 10:00')
  const ticket = (number: number, drawn: string, more: Partial<QueuedTicket> = {}): QueuedTicket => ({
    ...{
      id: String(number),
      number,
      priority: 'none',
      bookedFor: null,
      drawnAt: at(`11-25 ${drawn}`).getTime(),
      isResumed: false,
    },
    ...more,
  })
  const order = (tickets: QueuedTicket[]) => callingOrder(tickets, now).map(({ number }) => number)

  test('aged and disabled first, then bookings whose time has come, then walk-ins; who came early waits', () => {
    const bookedFor = (time: string) => ({ bookedFor: at(`11-25 ${time}`).getTime() })
    const tickets = [
      ticket(1, '09:00'),
      ticket(2, '09:10', bookedFor('10:30')),
      ticket(3, '09:20', bookedFor('10:00')),
      ticket(4, '09:30', { priority: 'aged' }),
    ]
    expect(order(tickets)).toEqual([4, 3, 1, 2])
  })

  test('one that was put back stands behind the first who waits', () => {
    expect(order([ticket(1, '09:00', { isResumed: true }), ticket(2, '09:10'), ticket(3, '09:20')])).toEqual([2, 1, 3])
    expect(order([ticket(1, '09:00', { isResumed: true })])).toEqual([1])
  })

  test('the order of the input does not matter, and nobody is lost', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 99 }),
        minute: fc.integer({ min: 10, max: 59 }),
        priority: fc.constantFrom('none' as const, 'aged' as const),
        isResumed: fc.boolean(),
      }),
      { selector: ({ number }) => number, maxLength: 20 },
    )
    fc.assert(
      fc.property(arbitrary, (list) => {
        const tickets = list.map(({ number, minute, ...more }) => ticket(number, `09:${minute}`, more))
        expect(order([...tickets].reverse())).toEqual(order(tickets))
        expect(order(tickets).sort()).toEqual(tickets.map(({ number }) => number).sort())
      }),
    )
  })

  test('the expected time: what bookings leave of the windows, at least the walk-in share', () => {
    const rate = { windows: 2, minutesPerPerson: 10, freeShare: 1, walkInShare: 0.25 }
    expect(expectedAt(4, rate, now)).toEqual(at('11-25 10:20'))
    expect(expectedAt(4, { ...rate, freeShare: 0 }, now)).toEqual(at('11-25 11:20'))
    expect(expectedAt(0, rate, now)).toEqual(now)
  })

  test('labels', () => {
    expect([ticketLabel(7, 'none'), ticketLabel(7, 'disabled')]).toEqual(['7', '优7'])
  })
})

describe('a change of schedule', () => {
  const calendar = calendar2026()
  const place = (id: string, time: string, minutes = 30) => {
    const start = at(time).getTime()
    return { id, itemId: 'a', start, end: start + minutes * 60_000 }
  }
  const bookings = [place('1', '11-25 09:00'), place('2', '11-25 09:00'), place('3', '11-26 09:30')]
  const ask = (of = schedule({ perWindow: 2 }), list = bookings) =>
    affectedBookings(list, new Map([['a', of]]), calendar)

  test('nobody is affected by what leaves their place', () => {
    expect(ask()).toEqual([])
  })

  test('fewer places: who booked last loses it; closed days, other grids and removed items say so', () => {
    expect(ask(schedule(), [...bookings].reverse())).toEqual([{ id: '2', reason: 'less_capacity' }])
    const closed = { overrides: [{ from: '2026-11-26', through: '2026-11-26', hours: [], reason: '停电' }] }
    expect(ask(schedule({ perWindow: 2 }, closed))).toEqual([{ id: '3', reason: 'closed' }])
    expect(ask(schedule({ perWindow: 2, slotMinutes: 20 })).map(({ reason }) => reason)).toEqual([
      'no_slot',
      'no_slot',
      'no_slot',
    ])
    expect(affectedBookings(bookings, new Map(), calendar).map(({ reason }) => reason)).toEqual(
      Array(3).fill('item_removed'),
    )
  })

  test('other times: the nearest with a place, in order of time', () => {
    const slots = [1, 2, 3, 4, 5].map((start) => ({ start, end: start + 1, left: start === 3 ? 0 : 1 }))
    expect(nearestFree(slots, 3, 2).map(({ start }) => start)).toEqual([2, 4])
  })
})

describe('iCalendar', () => {
  const entry = {
    ...{
      uid: 'b-1@xinban',
      sequence: 2,
      start: at('11-25 09:00'),
      end: at('11-25 09:30'),
      changedAt: at('11-24 09:00'),
    },
    ...{
      summary: '办社保；带身份证, 户口本',
      location: '一楼\n3 号窗口',
      description: '码 123456',
      isCancelled: false,
    },
  }

  test('has stable UID and SEQUENCE, times in UTC, and escapes text', () => {
    const lines = iCalendar(entry).split('\r\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:b-1@xinban',
        'SEQUENCE:2',
        'DTSTART:20261125T010000Z',
        'DTEND:20261125T013000Z',
        'STATUS:CONFIRMED',
      ]),
    )
    expect(lines).toContain('SUMMARY:办社保；带身份证\\, 户口本')
    expect(lines).toContain('LOCATION:一楼\\n3 号窗口')
    expect(iCalendar({ ...entry, isCancelled: true })).toContain('METHOD:CANCEL')
  })

  test('no line is longer than 75 octets, and unfolding gives back the text whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '预', '😀', 'é', ' '), maxLength: 200 }), (text) => {
        const folded = foldLine(text)
        for (const line of folded.split('\r\n'))
          expect(encodeURIComponent(line).replace(/%../g, 'x').length).toBeLessThanOrEqual(75)
        expect(folded.replace(/\r\n /g, '')).toBe(text)
      }),
    )
  })
})
