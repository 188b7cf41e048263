import type { RouteName } from '@xinban/shared/contracts'
import { itemContent } from '../../../test/catalogue'
import { countRows } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import type { BadCall } from '../../../test/client'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let admin: Caller
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
})
afterAll(() => server.close())

let made = 0
const create = (changes: { name?: string; offeredBy?: string[] } = {}) => {
  const { name = `事项${(made += 1)}`, offeredBy } = changes
  return admin.ok('service-items.create', {
    body: { districtCode: world.code, content: itemContent({ name }), offeredBy },
  })
}
const published = async (changes: Parameters<typeof create>[0] = {}) => {
  const { id } = await create(changes)
  return admin.ok('service-items.publish', { params: { id } })
}
const save = (id: string, summary: string, name: string) =>
  admin.ok('service-items.save-draft', { params: { id }, body: { content: itemContent({ name, summary }) } })
const told = (topic: string, id: string) =>
  countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [topic, `%${id}%`])
const listed = async (org = world.community) =>
  (await server.anyone.ok('service-items.list', { query: { org, limit: 100 } })).items.map(({ id }) => id)

test('service-items.create: a draft that nobody but its editors sees', async () => {
  const item = await create()
  expect(item).toMatchObject({ state: 'draft', version: 1, publishedVersion: null, hasDraft: true })
  expect(item.allowedActions).toEqual(['edit', 'discard-draft', 'publish'])
  expect(item.offeredBy.map(({ code }) => code)).toEqual([world.code])
  expect(await listed()).not.toContain(item.id)
  await server.anyone.refused('service-items.show', 'not_found', { params: { id: item.id } })
  const stranger = await world.staff('district_admin', world.elsewhere.code)
  await stranger.refused('service-items.edit', 'not_found', { params: { id: item.id } })
  expect(await told('service-item.created', item.id)).toBe(1)
})

test('service-items.create: the same key makes one item', async () => {
  const body = { districtCode: world.code, content: itemContent({ name: '只建一次' }) }
  const first = await admin.ok('service-items.create', { body, key: 'create-once' })
  const again = await admin.ok('service-items.create', { body, key: 'create-once' })
  expect(again.id).toBe(first.id)
})

test('service-items.create: a name that the district has is refused, another district may have it', async () => {
  const { name } = await create()
  const body = (districtCode: string) => ({ districtCode, content: itemContent({ name }) })
  await admin.refused('service-items.create', 'already_exists', { body: body(world.code) })
  const other = await world.staff('district_admin', world.elsewhere.code)
  expect(await other.ok('service-items.create', { body: body(world.elsewhere.code) })).toMatchObject({ name })
})

test('service-items.create: only orgs of the district offer', async () => {
  const body = {
    districtCode: world.code,
    content: itemContent({ name: '别区的' }),
    offeredBy: [world.elsewhere.street],
  }
  const { errors } = await admin.refused('service-items.create', 'invalid', { body })
  expect(errors).toMatchObject([{ path: 'offeredBy', code: 'unknown' }])
})

test('service-items.create: every fault of the content is told by its field, in Chinese', async () => {
  const content = itemContent({ name: '' })
  const { errors } = await admin.refused('service-items.create', 'invalid', {
    body: {
      districtCode: world.code,
      content: {
        ...content,
        guide: { ...content.guide, steps: [], channels: ['online', 'online'], date: '2026-02-30', remark: '改掉' },
      },
    },
  })
  expect(errors?.map(({ path, message }) => [path, message])).toEqual(
    expect.arrayContaining([
      ['content.name', '请填写事项名称'],
      ['content.guide.steps', '办理流程至少要有 1 项'],
      ['content.guide.channels', '办理渠道重复了，请去掉重复的'],
      ['content.guide.date', '依据日期的格式不对，请检查'],
      ['content.guide.remark', '不认识「remark」这一项，请去掉'],
    ]),
  )
})

test('service-items.publish: numbers the versions, and the draft is seen only after it', async () => {
  const { id, name } = await published()
  expect(await listed()).toContain(id)
  const edited = await save(id, '改过的简介', name)
  expect(edited).toMatchObject({ hasDraft: true, publishedVersion: 1, content: { summary: '改过的简介' } })
  expect(await server.anyone.ok('service-items.show', { params: { id } })).toMatchObject({
    ...{ version: 1, summary: '高龄老人按月享受的补贴' },
  })
  const next = await admin.ok('service-items.publish', { params: { id } })
  expect(next).toMatchObject({ hasDraft: false, publishedVersion: 2, allowedActions: ['edit', 'close'] })
  expect(await server.anyone.ok('service-items.show', { params: { id } })).toMatchObject({
    ...{ version: 2, latestVersion: 2, summary: '改过的简介' },
  })
  expect(await told('service-item.published', id)).toBe(2)
  const used = await countRows(server.services.db, 'service_item_versions', 'item_id = ? AND membership_id = ?', [
    id,
    admin.membershipId,
  ])
  expect(used).toBe(2)
})

test('service-items.publish: nothing to publish, or a name that was taken meanwhile', async () => {
  const { id } = await published()
  await admin.refused('service-items.publish', 'wrong_state', { params: { id } })
  const { name } = await published()
  await save(id, '换个名字', name)
  await admin.refused('service-items.publish', 'already_exists', { params: { id } })
  expect((await server.anyone.ok('service-items.show', { params: { id } })).version).toBe(1)
})

test('service-items.save-draft: content that says what is published leaves no draft', async () => {
  const { id, name, content } = await published()
  await save(id, '改一下', name)
  const back = await save(id, content.summary, name)
  expect(back).toMatchObject({ hasDraft: false, publishedVersion: 1 })
})

test('service-items.save-draft: a draft that was never published cannot take a name that the district has', async () => {
  const { name } = await published()
  const { id } = await create()
  const body = { content: itemContent({ name }) }
  await admin.refused('service-items.save-draft', 'already_exists', { params: { id }, body })
})

test('service-items.discard-draft: back to what is published, and away with what never was', async () => {
  const { id, name } = await published()
  await save(id, '不要了', name)
  await admin.ok('service-items.discard-draft', { params: { id } })
  expect(await admin.ok('service-items.edit', { params: { id } })).toMatchObject({ hasDraft: false })
  await admin.refused('service-items.discard-draft', 'wrong_state', { params: { id } })
  const draft = await create()
  await admin.ok('service-items.discard-draft', { params: { id: draft.id } })
  await admin.refused('service-items.edit', 'not_found', { params: { id: draft.id } })
  expect(await countRows(server.services.db, 'service_item_offers', 'item_id = ?', [draft.id])).toBe(0)
})

test('service-items.close and reopen: out of the lists and back', async () => {
  const { id } = await published()
  expect(await admin.ok('service-items.close', { params: { id } })).toMatchObject({
    ...{ state: 'closed', allowedActions: ['edit', 'reopen'] },
  })
  expect(await listed()).not.toContain(id)
  expect(await server.anyone.ok('service-items.show', { params: { id } })).toMatchObject({ state: 'closed' })
  await admin.refused('service-items.close', 'wrong_state', { params: { id } })
  expect(await admin.ok('service-items.reopen', { params: { id } })).toMatchObject({ state: 'open' })
  expect(await listed()).toContain(id)
})

test('service-items.publish: not while it is closed', async () => {
  const { id, name } = await published()
  await admin.ok('service-items.close', { params: { id } })
  await save(id, '停办时改的', name)
  const { detail } = await admin.refused('service-items.publish', 'wrong_state', { params: { id } })
  expect(detail).toBe('这个事项已停办，请先恢复办理，再发布修改')
})

test('service-items: If-Match refuses what was changed meanwhile', async () => {
  const { id, name, version } = await published()
  const content = itemContent({ name, summary: '先到' })
  const stale = `"${version}"`
  await admin.ok('service-items.save-draft', { params: { id }, body: { content }, ifMatch: stale })
  const late: [RouteName, BadCall][] = [
    ['service-items.save-draft', { body: { content: itemContent({ name, summary: '后到' }) } }],
    ['service-items.discard-draft', {}],
    ['service-items.publish', {}],
    ['service-items.close', {}],
  ]
  for (const [route, call] of late) {
    await admin.refused(route, 'version_mismatch', { ...call, params: { id }, ifMatch: stale })
  }
  expect(await admin.ok('service-items.edit', { params: { id } })).toMatchObject({ content: { summary: '先到' } })
})

test('service-items.publish: of many at once one makes the version', async () => {
  const { id, name } = await published()
  await save(id, '抢着发布', name)
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => admin.call('service-items.publish', { params: { id } })),
  )
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  const { latestVersion } = await server.anyone.ok('service-items.show', { params: { id } })
  expect(latestVersion).toBe(2)
})

const changes: [RouteName, (id: string) => BadCall][] = [
  ['service-items.edit', (id) => ({ params: { id } })],
  ['service-items.save-draft', (id) => ({ params: { id }, body: { content: itemContent() } })],
  ['service-items.discard-draft', (id) => ({ params: { id } })],
  ['service-items.publish', (id) => ({ params: { id } })],
  ['service-items.close', (id) => ({ params: { id } })],
  ['service-items.reopen', (id) => ({ params: { id } })],
]
test.each(changes)('%s: 401, 403, 404', async (route, callFor) => {
  const { id, version } = await published()
  await server.anyone.refused(route, 'not_signed_in', callFor(id))
  const others = [
    await world.person(),
    await world.staff('community_staff', world.community),
    await world.staff('street_staff', world.street),
    await world.staff('auditor', world.code),
    await world.staff('district_admin', world.elsewhere.code),
  ]
  for (const other of others) await other.refused(route, 'forbidden', callFor(id))
  await admin.refused(route, 'not_found', callFor(newId(server.clock.now())))
  expect(await admin.ok('service-items.edit', { params: { id } })).toMatchObject({ version, state: 'open' })
})

test('service-items.create: 401, 403, 404', async () => {
  const call = (districtCode: string) => ({ body: { districtCode, content: itemContent({ name: '不该有' }) } })
  await server.anyone.refused('service-items.create', 'not_signed_in', call(world.code))
  const street = await world.staff('street_staff', world.street)
  await street.refused('service-items.create', 'forbidden', call(world.code))
  await admin.refused('service-items.create', 'forbidden', call(world.elsewhere.code))
  await admin.refused('service-items.create', 'not_found', call(world.street))
})
