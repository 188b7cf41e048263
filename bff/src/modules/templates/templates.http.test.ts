import { maxTemplates } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'
import { insertTemplate } from './template.repository'

let server: TestServer
let world: World
let staff: Record<'district' | 'street' | 'community' | 'neighbour' | 'grid' | 'unit' | 'auditor', Caller>
let resident: Caller
let written = 0
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  resident = await world.person()
  staff = {
    district: await world.staff('district_admin', world.code),
    street: await world.staff('street_staff', world.street),
    community: await world.staff('community_staff', world.community),
    neighbour: await world.staff('community_staff', world.neighbour),
    grid: await world.staff('grid_worker', world.grid),
    unit: await world.staff('unit_staff', world.unit),
    auditor: await world.staff('auditor', world.code),
  }
})
afterAll(() => server.close())

type Purpose = 'progress' | 'fulfil' | 'decline' | 'grade' | 'rework'
const words = () => `已经办好第 ${(written += 1)} 件`
const add = (by: Caller, purpose: Purpose = 'fulfil', text = words()) =>
  by.ok('templates.create', { body: { purpose, text } })
const textsOf = async (by: Caller, purpose: Purpose = 'fulfil', membershipId?: string) =>
  (await by.ok('templates.list', { query: { purpose, membershipId } })).items.map(({ text }) => text)
const outboxOf = (topic: string, id: string) =>
  countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [topic, `%${id}%`])
const nobody = () => newId(server.clock.now())

describe('templates.list', () => {
  test('offers what one’s org and those above wrote, the nearest first; what stands below or beside stays away', async () => {
    const of = {
      district: await add(staff.district, 'progress', '区里的话'),
      street: await add(staff.street, 'progress', '街道的话'),
      community: await add(staff.community, 'progress', '社区的话'),
      neighbour: await add(staff.neighbour, 'progress', '隔壁的话'),
      grid: await add(staff.grid, 'progress', '网格的话'),
      unit: await add(staff.unit, 'progress', '维修队的话'),
    }
    expect(await textsOf(staff.grid, 'progress')).toEqual(['网格的话', '社区的话', '街道的话', '区里的话'])
    expect(await textsOf(staff.unit, 'progress')).toEqual(['维修队的话', '社区的话', '街道的话', '区里的话'])
    expect(await textsOf(staff.neighbour, 'progress')).toEqual(['隔壁的话', '街道的话', '区里的话'])
    expect(await textsOf(staff.street, 'progress')).toEqual(['街道的话', '区里的话'])
    const { items } = await staff.community.ok('templates.list', { query: { purpose: 'progress' } })
    expect(items).toMatchObject([
      { id: of.community.id, org: { code: world.community, level: 'community' }, allowedActions: ['update', 'remove'] },
      { id: of.street.id, org: { code: world.street }, allowedActions: [] },
      { id: of.district.id, org: { code: world.code }, allowedActions: [] },
    ])
    expect(await textsOf(await world.staff('district_admin', world.elsewhere.code), 'progress')).toEqual([])
  })

  test('goes by the membership that is named', async () => {
    const both = await world.person({
      roles: [
        ['community_staff', world.community],
        ['community_staff', world.far],
      ],
    })
    const [, far] = both.membershipIds
    await both.ok('templates.create', { body: { membershipId: far, purpose: 'decline', text: '松树的话' } })
    expect(await textsOf(both, 'decline', far)).toEqual(['松树的话'])
    expect(await textsOf(both, 'decline', both.membershipId)).not.toContain('松树的话')
    expect(await textsOf(staff.community, 'decline')).not.toContain('松树的话')
  })

  test('401, 403 without a role or for someone else’s, 422', async () => {
    const query = { purpose: 'fulfil' }
    await server.anyone.refused('templates.list', 'not_signed_in', { query })
    await resident.refused('templates.list', 'forbidden', { query })
    const foreign = { ...query, membershipId: staff.street.membershipId }
    await staff.community.refused('templates.list', 'forbidden', { query: foreign })
    await staff.community.refused('templates.list', 'invalid', { query: { purpose: 'joy' } })
  })
})

describe('templates.create', () => {
  test('keeps the words for the org of the caller', async () => {
    const template = await add(staff.community, 'decline', '  不归社区管  ')
    expect(template).toMatchObject({
      ...{ org: { code: world.community }, purpose: 'decline', text: '不归社区管', useCount: 0, version: 1 },
      allowedActions: ['update', 'remove'],
    })
    expect(await outboxOf('template.created', template.id)).toBe(1)
    const colleague = await world.staff('community_staff', world.community)
    expect(await textsOf(colleague, 'decline')).toContain('不归社区管')
  })

  test('401; 403 for residents, auditors and purposes that the role has nothing to do with', async () => {
    const body = { purpose: 'fulfil', text: words() } as const
    await server.anyone.refused('templates.create', 'not_signed_in', { body })
    await resident.refused('templates.create', 'forbidden', { body })
    await staff.auditor.refused('templates.create', 'forbidden', { body })
    await staff.community.refused('templates.create', 'forbidden', { body: { ...body, purpose: 'grade' } })
    await staff.grid.refused('templates.create', 'forbidden', { body: { ...body, purpose: 'decline' } })
    const foreign = { ...body, membershipId: staff.street.membershipId }
    await staff.community.refused('templates.create', 'forbidden', { body: foreign })
  })

  test('the same words are 409 in one org and purpose, and free elsewhere or once they were removed', async () => {
    const text = '路灯已修好，请看一看'
    const { id } = await add(staff.community, 'fulfil', text)
    const body = { purpose: 'fulfil', text: ' 路灯已修好， 请看一看' } as const
    await staff.community.refused('templates.create', 'already_exists', { body })
    await add(staff.community, 'progress', text)
    await add(staff.street, 'fulfil', text)
    await staff.community.ok('templates.remove', { params: { id } })
    await add(staff.community, 'fulfil', text)
  })

  test('an org keeps so many for a purpose, and no more', async () => {
    const unit = await world.staff('unit_staff', world.districtUnit)
    await server.services.db.unitOfWork(async (em) => {
      for (let number = 0; number < maxTemplates; number++) {
        const text = `第 ${number} 条`
        await insertTemplate(em, server.clock.now(), {
          ...{ orgCode: world.districtUnit, purpose: 'fulfil', text, createdById: null },
        })
      }
    })
    const { detail } = await unit.refused('templates.create', 'wrong_state', {
      body: { purpose: 'fulfil', text: '再来一条' },
    })
    expect(detail).toContain('删掉')
    await add(unit, 'progress')
    const [oldest] = (await unit.ok('templates.list', { query: { purpose: 'fulfil' } })).items
    await unit.ok('templates.remove', { params: { id: oldest?.id ?? '' } })
    await add(unit, 'fulfil', '再来一条')
  })

  test.each<[string, object, string]>([
    ['no words', { text: ' \n ' }, 'text'],
    ['too many words', { text: '字'.repeat(501) }, 'text'],
    ['no such purpose', { purpose: 'joy' }, 'purpose'],
  ])('422 for %s', async (_what, changes, path) => {
    const body = { purpose: 'fulfil', text: words(), ...changes }
    expect((await staff.community.refused('templates.create', 'invalid', { body })).errors).toMatchObject([{ path }])
  })

  test('a retry with the same key keeps one', async () => {
    const call = { body: { purpose: 'fulfil' as const, text: words() }, key: 'once' }
    const first = await staff.community.ok('templates.create', call)
    expect((await staff.community.ok('templates.create', call)).id).toBe(first.id)
  })
})

describe('templates.update and templates.remove', () => {
  test('change the words, and offer them no longer; the row stays', async () => {
    const { id } = await add(staff.community)
    const params = { id }
    const text = words()
    const changed = await staff.community.ok('templates.update', { params, body: { text }, ifMatch: '"1"' })
    expect(changed).toMatchObject({ text, version: 2 })
    await staff.community.ok('templates.remove', { params, ifMatch: '"2"' })
    expect(await textsOf(staff.community)).not.toContain(text)
    await staff.community.refused('templates.remove', 'not_found', { params })
    expect(await countRows(server.services.db, 'templates', 'id = ?', [id])).toBe(1)
    expect([await outboxOf('template.updated', id), await outboxOf('template.removed', id)]).toEqual([1, 1])
  })

  test.each(['templates.update', 'templates.remove'] as const)('%s: 401, 403, 404, 412', async (name) => {
    const { id } = await add(staff.street)
    const call = { params: { id }, ...(name === 'templates.update' && { body: { text: words() } }) }
    await server.anyone.refused(name, 'not_signed_in', call)
    // Below they are offered, elsewhere nobody knows of them.
    await staff.community.refused(name, 'forbidden', call)
    await staff.auditor.refused(name, 'not_found', call)
    await staff.district.refused(name, 'not_found', call)
    await resident.refused(name, 'not_found', call)
    await staff.street.refused(name, 'not_found', { ...call, params: { id: nobody() } })
    await staff.street.refused(name, 'version_mismatch', { ...call, ifMatch: '"7"' })
  })

  test('templates.update: 409 for words that are there already, 422', async () => {
    const { text } = await add(staff.community)
    const { id } = await add(staff.community)
    await staff.community.refused('templates.update', 'already_exists', { params: { id }, body: { text } })
    await staff.community.refused('templates.update', 'invalid', { params: { id }, body: { text: '' } })
  })

  test('of two who change it at once, one wins', async () => {
    const { id } = await add(staff.community)
    const replies = await Promise.all(
      [words(), words()].map((text) =>
        staff.community.call('templates.update', { params: { id }, body: { text }, ifMatch: '"1"' }),
      ),
    )
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  })
})

describe('templates.use', () => {
  test('what is used most comes first, and an edit at hand is not disturbed', async () => {
    const first = await add(staff.community, 'decline')
    const second = await add(staff.community, 'decline')
    await staff.community.ok('templates.use', { params: { id: second.id } })
    await staff.community.ok('templates.use', { params: { id: second.id } })
    await staff.community.ok('templates.use', { params: { id: first.id } })
    const { items } = await staff.community.ok('templates.list', { query: { purpose: 'decline' } })
    expect(items.slice(0, 2)).toMatchObject([
      { id: second.id, useCount: 2, version: 1 },
      { id: first.id, useCount: 1 },
    ])
  })

  test('uses at once are all counted', async () => {
    const { id } = await add(staff.street, 'grade')
    await Promise.all(Array.from({ length: 8 }, () => staff.street.ok('templates.use', { params: { id } })))
    const { items } = await staff.street.ok('templates.list', { query: { purpose: 'grade' } })
    expect(items.find((template) => template.id === id)?.useCount).toBe(8)
  })

  test('401, 404 for what is not offered to the caller', async () => {
    const { id } = await add(staff.community)
    await server.anyone.refused('templates.use', 'not_signed_in', { params: { id } })
    for (const other of [resident, staff.neighbour, staff.street]) {
      await other.refused('templates.use', 'not_found', { params: { id } })
    }
    await staff.grid.ok('templates.use', { params: { id } })
  })
})
