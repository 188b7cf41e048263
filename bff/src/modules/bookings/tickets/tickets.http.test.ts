import { addHall, monday, type TestHall } from '../../../../test/halls'
import { countRows } from '../../../../test/database'
import { runJobs } from '../../../../test/jobs'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'
import { newId } from '../../../db/ids'
import { verifyBookings } from '../verify-bookings'

let server: TestServer
let world: World
let hall: TestHall
let staff: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  hall = await addHall(server.services, { orgCode: world.community, rules: { slotMinutes: 10 } })
  staff = await world.staff('community_staff', world.community)
  at(monday('09:00'))
})
afterAll(() => server.close())

const at = (time: string) => server.clock.advance({ ms: Date.parse(time) - server.clock.now().getTime() })
const draw = (by: Caller, more: object = {}) => by.ok('tickets.draw', { body: { hallId: hall.hallId, ...more } })
const params = ({ id }: { id: string }) => ({ id })
const next = (window = 1, by = staff) => by.ok('halls.call-next', { params: { id: hall.hallId }, body: { window } })
const act = (id: string, action: 'serve' | 'finish' | 'park' | 'resume' | 'miss' | 'recall', by = staff) =>
  by.ok(`tickets.${action}`, { params: { id }, body: {} })

test('tickets.draw: fifty at once are 1 … 50, without gap or repeat', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => world.person()))
  const tickets = await Promise.all(people.map((person) => draw(person)))
  const numbers = tickets.map(({ number }) => number).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  const [day] = await server.services.db.reader.query<{ last_number: number; waiting: number }[]>(
    'SELECT last_number, waiting FROM hall_days WHERE hall_id = ?',
    [hall.hallId],
  )
  expect([Number(day?.last_number), Number(day?.waiting)]).toEqual([50, 50])
})

test('tickets: a refused draw leaves no gap; the same key draws once; one number a person at a time', async () => {
  const [one, two] = [await world.person(), await world.person()]
  const first = await one.ok('tickets.draw', { body: { hallId: hall.hallId }, key: 'k' })
  expect((await one.ok('tickets.draw', { body: { hallId: hall.hallId }, key: 'k' })).id).toBe(first.id)
  await one.refused('tickets.draw', 'already_exists', { body: { hallId: hall.hallId } })
  await two.refused('tickets.draw', 'forbidden', { body: { hallId: hall.hallId, isForOther: true } })
  await two.refused('tickets.draw', 'invalid', { body: { hallId: hall.hallId, itemId: newId(server.clock.now()) } })
  await two.refused('tickets.draw', 'not_found', { body: { hallId: newId(server.clock.now()) } })
  await server.anyone.refused('tickets.draw', 'not_signed_in', { body: { hallId: hall.hallId } })
  expect((await draw(two)).number).toBe(2)
})

test('tickets: closed is 409, with the reason', async () => {
  at(monday('17:00'))
  expect(
    (await (await world.person()).refused('tickets.draw', 'wrong_state', { body: { hallId: hall.hallId } })).detail,
  ).toContain('下班')
  at(monday('10:00', 28))
  expect(
    (await (await world.person()).refused('tickets.draw', 'wrong_state', { body: { hallId: hall.hallId } })).detail,
  ).toContain('不办公')
})

test('tickets: priority goes first, the phone says how many are before and when', async () => {
  const [walker, elder] = [await world.person(), await world.person()]
  const mine = await draw(walker)
  expect(mine).toMatchObject({
    number: 1,
    label: '1',
    before: 0,
    expectedAt: monday('09:00'),
    allowedActions: ['miss'],
  })
  expect(await draw(elder, { priority: 'aged' })).toMatchObject({ label: '优2', before: 0 })
  expect(await walker.ok('tickets.show', { params: params(mine) })).toMatchObject({ before: 1 })
  await elder.refused('tickets.show', 'not_found', { params: params(mine) })
  expect(await next()).toMatchObject({ number: 2, state: 'called', window: 1 })
  await runJobs(server)
  expect((await elder.ok('notices.list')).items[0]).toMatchObject({
    kind: 'booking.called',
    words: '叫到你了，请到 1 号窗口',
  })
})

test('tickets: park, resume, serve, finish and miss by the counter; the board shows no person', async () => {
  const people = await Promise.all([1, 2, 3].map(() => world.person({ name: '孙大圣' })))
  for (const person of people) await draw(person)
  const first = await next()
  await act(first.id, 'recall')
  await act(first.id, 'park')
  const board = () => server.anyone.ok('halls.board', { params: { id: hall.hallId } })
  expect(await board()).toMatchObject({ next: ['2', '3'], parked: ['1'], called: [] })
  await act(first.id, 'resume')
  expect((await board()).next).toEqual(['2', '1', '3'])
  const second = await next(2)
  await staff.refused('tickets.finish', 'wrong_state', { params: params(second), body: {} })
  await act(second.id, 'serve')
  expect((await board()).called).toEqual([{ label: '2', window: 2, state: 'serving' }])
  expect((await act(second.id, 'finish')).allowedActions).toEqual([])
  await people[0]?.refused('tickets.call', 'forbidden', { params: params(first), body: { window: 1 } })
  expect((await people[0]?.ok('tickets.miss', { params: params(first), body: {} }))?.state).toBe('missed')
  expect(JSON.stringify(await board())).not.toContain('孙')
  await staff.refused('tickets.call', 'version_mismatch', {
    params: params(second),
    body: { window: 1 },
    ifMatch: '"1"',
  })
  const { items } = await staff.ok('tickets.list', { query: { view: 'hall', hallId: hall.hallId } })
  expect(items.map(({ number, person }) => [number, person])).toEqual([[3, '孙**']])
  await people[0]?.refused('tickets.list', 'forbidden', { query: { view: 'hall', hallId: hall.hallId } })
})

test('halls.call-next: windows that call at once get one each, and nobody twice; 404 when nobody waits', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => world.person()))
  for (const person of people) await draw(person)
  const called = await Promise.all([1, 2, 3].map((window) => next(window)))
  expect(called.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  await next()
  await staff.refused('halls.call-next', 'not_found', { params: { id: hall.hallId }, body: { window: 1 } })
  await people[0]?.refused('halls.call-next', 'forbidden', { params: { id: hall.hallId }, body: { window: 1 } })
})

test('tickets: what is left when the day is over is given up by the job; what was served is finished', async () => {
  const [one, two] = [await world.person(), await world.person()]
  const first = await draw(one)
  await draw(two)
  await next()
  await act(first.id, 'serve')
  at(monday('00:00', 24))
  expect((await runJobs(server)).failed).toBe(0)
  expect(await one.ok('tickets.show', { params: params(first) })).toMatchObject({ state: 'finished' })
  expect((await two.ok('tickets.list')).items[0]).toMatchObject({ state: 'missed' })
  expect(await countRows(server.services.db, 'hall_days', 'hall_id = ? AND waiting = 0', [hall.hallId])).toBe(1)
  at(monday('09:00', 24))
  expect((await draw(two)).number).toBe(1)
})

test('tickets: who checks in before midnight for a time after it waits in the queue of that day', async () => {
  const open = await addHall(server.services, {
    ...{ orgCode: world.community, everyDay: true },
    rules: { slotMinutes: 10 },
  })
  const resident = await world.person()
  const body = { hallId: open.hallId, itemId: open.itemId, start: monday('00:00', 24) }
  const booking = await resident.ok('bookings.create', { body })
  at(monday('23:50'))
  expect((await draw(await world.person(), { hallId: open.hallId })).number).toBe(1)
  await staff.ok('bookings.check-in', { params: params(booking), body: {} })
  at(monday('00:00', 24))
  await runJobs(server)
  const called = await staff.ok('halls.call-next', { params: { id: open.hallId }, body: { window: 1 } })
  expect(called).toMatchObject({ number: 1, state: 'called' })
  expect((await resident.ok('bookings.show', { params: params(booking) })).ticket).toMatchObject({ id: called.id })
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})
