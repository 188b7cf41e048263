import { runJobs } from '../../../test/jobs'
import { makeCast, orderIn } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'
import { updateRows } from '../../db/rows'
import { OutboxRow } from '../../outbox/outbox.entity'

let server: TestServer
let world: World
let admin: Caller
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
})
afterAll(() => server.close())

/** An order whose acceptance was given up, as after many failures. */
async function deadLetter() {
  const cast = await makeCast(world)
  const order = await orderIn(cast, 'accepted')
  const where = "topic = 'order.accepted' AND subject = ?"
  const dead = { deadAt: server.clock.now(), attempts: 10, error: 'QueryFailedError ER_X' }
  const { db } = server.services
  await db.unitOfWork((em) => updateRows(em, OutboxRow, dead, where, [`order:${order.id}`]))
  await runJobs(server)
  const { items } = await admin.ok('dead-letters.list')
  const letter = items.find(({ subject }) => subject?.id === order.id)
  return { cast, order, letter, params: { id: letter?.id ?? '' } }
}

test('dead-letters: the district’s administrator sees what, why and how often, and has it tried again', async () => {
  const { cast, order, letter, params } = await deadLetter()
  expect(letter).toMatchObject({
    topic: 'order.accepted',
    subject: { type: 'order', id: order.id },
    attempts: 10,
    error: 'QueryFailedError ER_X',
  })
  expect((await cast.resident.ok('notices.list')).items).toEqual([])
  await admin.ok('dead-letters.retry', { params })
  await runJobs(server)
  expect((await cast.resident.ok('notices.list')).items.map(({ kind }) => kind)).toEqual(['order.accepted'])
  expect((await admin.ok('dead-letters.list')).items.map(({ id }) => id)).not.toContain(params.id)
})

test('dead-letters: 401, 403 for everyone else, 404, 409 when it is tried again already, 422', async () => {
  const { params, cast } = await deadLetter()
  for (const caller of [cast.resident, cast.community, cast.street, await world.staff('auditor', world.code)]) {
    await caller.refused('dead-letters.list', 'forbidden')
    await caller.refused('dead-letters.retry', 'forbidden', { params })
  }
  await server.anyone.refused('dead-letters.list', 'not_signed_in')
  await server.anyone.refused('dead-letters.retry', 'not_signed_in', { params })
  await admin.refused('dead-letters.retry', 'not_found', { params: { id: newId(server.clock.now()) } })
  await admin.refused('dead-letters.retry', 'invalid', { params: { id: 'x' } })
  await admin.refused('dead-letters.list', 'invalid', { query: { limit: 0 } })
  await admin.ok('dead-letters.retry', { params })
  await admin.refused('dead-letters.retry', 'wrong_state', { params })
})
