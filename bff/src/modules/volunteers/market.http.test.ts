import { countRows, dump } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import { VolunteerStage } from '../../../test/volunteers'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'
import { execute } from '../../db/sql'
import { verifyPoints } from './index'

let server: TestServer
let stage: VolunteerStage
let world: World
let community: Caller
beforeAll(async () => {
  server = await openTestServer()
  stage = await VolunteerStage.set(server)
  ;({ world, community } = stage)
})
afterAll(() => server.close())

const nobody = () => newId(server.clock.now())

test('50 at once on the last 3 pieces: three have one, stock is 0, and every balance is right', async () => {
  const people = await Promise.all(Array.from({ length: 50 }, () => world.person()))
  await giveEach(people, 4)
  const { id } = await stage.reward({ stock: 3 })
  const replies = await Promise.all(people.map((own) => own.call('rewards.redeem', { params: { id }, body: {} })))
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(3)
  expect(
    replies.flatMap((reply) => (reply.isOk ? [] : [reply.problem.code])).every((code) => code === 'wrong_state'),
  ).toBe(true)
  const shown = await community.ok('rewards.list', { query: { org: world.community } })
  expect(shown.items.find((item) => item.id === id)?.stock).toBe(0)
  expect(await countRows(server.services.db, 'redemptions', 'reward_id = ?', [id])).toBe(3)
  const balances = await Promise.all(people.map(async (own) => (await own.ok('volunteers.me')).balance))
  expect(balances.filter((balance) => balance === 1)).toHaveLength(3)
  expect(balances.filter((balance) => balance === 2)).toHaveLength(47)
})

test('one balance spent ten times at once buys what it can pay, and no more', async () => {
  const person = await world.person()
  await giveEach([person], 6)
  const { id } = await stage.reward({ stock: 100 })
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => person.call('rewards.redeem', { params: { id }, body: {} })),
  )
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(3)
  expect((await person.ok('volunteers.me')).balance).toBe(0)
})

test('the stall hands over against the code; what is cancelled gives points and piece back, once', async () => {
  const person = await stage.member({ name: '欧阳修' })
  await stage.served(person, 2)
  const { id } = await stage.reward({ stock: 2 })
  const [kept, given] = [
    await person.ok('rewards.redeem', { params: { id }, body: {} }),
    await person.ok('rewards.redeem', { params: { id }, body: {} }),
  ]
  const waiting = await community.ok('redemptions.list', { query: { org: world.community, limit: 100 } })
  expect(waiting.items.find((row) => row.id === kept.id)).toMatchObject({ name: '欧**', code: null })
  const wrong = kept.code === '111111' ? '222222' : '111111'
  await community.refused('redemptions.hand-over', 'invalid', { params: { id: kept.id }, body: { code: wrong } })
  await person.refused('redemptions.hand-over', 'forbidden', { params: { id: kept.id }, body: { code: kept.code } })
  const done = await community.ok('redemptions.hand-over', {
    params: { id: kept.id },
    body: { code: kept.code ?? '' },
  })
  expect(done.state).toBe('handed_over')
  await person.refused('redemptions.cancel', 'wrong_state', { params: { id: kept.id }, body: {} })
  await person.ok('redemptions.cancel', { params: { id: given.id }, body: {} })
  await person.refused('redemptions.cancel', 'wrong_state', { params: { id: given.id }, body: {} })
  expect((await person.ok('volunteers.me')).balance).toBe(1)
  expect(
    (await community.ok('rewards.list', { query: { org: world.community, limit: 100 } })).items.find(
      (row) => row.id === id,
    )?.stock,
  ).toBe(1)
  expect(
    (await verifyPoints(server.services.db.reader)).differences.filter(({ personId }) => personId === person.personId),
  ).toEqual([])
})

test('a request that comes twice with its key redeems once', async () => {
  const person = await stage.member()
  await stage.served(person, 2)
  const { id } = await stage.reward()
  const call = { params: { id }, body: {}, key: 'redeem-once' }
  const [first, again] = [await person.ok('rewards.redeem', call), await person.ok('rewards.redeem', call)]
  expect(again.id).toBe(first.id)
  expect((await person.ok('volunteers.me')).balance).toBe(1)
})

test('401, 403, 404, 409, 412, 422', async () => {
  const body = { orgCode: world.community, title: '毛巾', cost: 1, stock: 1 }
  const person = await world.person()
  await server.anyone.refused('rewards.create', 'not_signed_in', { body })
  await person.refused('rewards.create', 'forbidden', { body })
  await community.refused('rewards.create', 'forbidden', { body: { ...body, orgCode: world.neighbour } })
  await community.refused('rewards.create', 'invalid', { body: { ...body, cost: 0.3 } })
  await community.refused('rewards.create', 'not_found', { body: { ...body, orgCode: world.unit } })
  const { id } = await stage.reward()
  await person.refused('rewards.redeem', 'wrong_state', { params: { id }, body: {} })
  await person.refused('rewards.update', 'forbidden', { params: { id }, body: { title: '毛巾', cost: 1, stock: 1 } })
  await community.refused('rewards.close', 'version_mismatch', { params: { id }, body: {}, ifMatch: '"9"' })
  await community.ok('rewards.close', { params: { id }, body: {} })
  await person.refused('rewards.redeem', 'not_found', { params: { id }, body: {} })
  await community.ok('rewards.reopen', { params: { id }, body: {} })
  await person.refused('redemptions.list', 'forbidden', { query: { org: world.community } })
  await person.refused('redemptions.cancel', 'not_found', { params: { id: nobody() }, body: {} })
})

test('me.delete gives the piece back that was not fetched; the points stay given', async () => {
  const person = await stage.member()
  await stage.served(person, 2)
  const { id } = await stage.reward({ stock: 2 })
  const redeem = () => person.ok('rewards.redeem', { params: { id }, body: {} })
  const [fetched, waiting] = [await redeem(), await redeem()]
  await community.ok('redemptions.hand-over', { params: { id: fetched.id }, body: { code: fetched.code ?? '' } })
  const entries = () => countRows(server.services.db, 'point_entries', 'person_id = ?', [person.personId])
  const before = await entries()
  await person.ok('me.delete', { query: {} })
  const stalls = await community.ok('rewards.list', { query: { org: world.community, limit: 100 } })
  expect(stalls.items.find((item) => item.id === id)?.stock).toBe(1)
  const { items } = await community.ok('redemptions.list', { query: { org: world.community, limit: 100 } })
  expect(items.map((row) => row.id)).not.toContain(waiting.id)
  const states = async (state: string) =>
    countRows(server.services.db, 'redemptions', 'reward_id = ? AND state = ?', [id, state])
  expect([await states('cancelled'), await states('handed_over')]).toEqual([1, 1])
  expect(await entries()).toBe(before)
  await community.refused('redemptions.hand-over', 'wrong_state', {
    ...{ params: { id: waiting.id }, body: { code: waiting.code ?? '' } },
  })
})

test('points:verify finds a balance that was touched', async () => {
  const { db } = server.services
  const before = (await verifyPoints(db.reader)).differences.length
  const [balance] = (await dump(db)).point_balances ?? []
  await db.unitOfWork((em) =>
    execute(em, 'UPDATE point_balances SET half_points = half_points + 1 WHERE person_id = ?', [balance?.person_id]),
  )
  expect((await verifyPoints(db.reader)).differences).toHaveLength(before + 1)
})

/** Points as a served activity gives them, without the hours of a clock. */
async function giveEach(people: readonly Caller[], halfPoints: number): Promise<void> {
  const { addEntry } = await import('./points.repository')
  await server.services.db.unitOfWork(async (em) => {
    for (const { personId } of people) {
      await addEntry(em, server.clock.now(), {
        ...{ personId, reason: 'service', subjectId: newId(server.clock.now()), subject: '修灯', halfPoints },
        ...{ minutes: halfPoints * 30, activities: 1 },
      })
    }
  })
}
