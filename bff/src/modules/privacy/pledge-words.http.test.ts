import { dump } from '../../../test/database'
import { deliveringList, makePledgeCast, noticedPledge, type PledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { checkLedger } from '../pledges'

let server: TestServer
let cast: PledgeCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  cast = await makePledgeCast(await server.world(), 1)
})
afterAll(() => server.close())

const secrets = ['门口想要长椅', '我腰不好走不远', '这条留言是我写的', '我家窗前那盏灯']

/** A resident who said something everywhere. @returns the list */
async function sayEverything(resident: Caller): Promise<string> {
  const [title = '', content = '', comment = '', objection = ''] = secrets
  const need = await resident.ok('needs.create', { body: { communityCode: cast.world.community, title, content } })
  await cast.community.ok('needs.answer', {
    ...{ params: { id: need.id }, body: { decision: 'decline', note: '明年再议' } },
  })
  const { id, pledges } = await deliveringList(cast)
  const params = { id: pledges[0]?.id ?? '' }
  await noticedPledge(cast, params.id)
  await resident.ok('pledges.comment', { params, body: { text: comment } })
  const [waiting] = (await cast.community.ok('comments.list', { query: {} })).items
  await cast.community.ok('comments.approve', { params: { id: waiting?.id ?? '' }, body: {} })
  await resident.ok('pledges.object', { params, body: { text: objection } })
  await resident.ok('pledges.rate', { params, body: { stars: 4 } })
  return id
}

test('me.stored and me.export: what one said about the ten things of the year', async () => {
  const [resident] = cast.residents as [Caller]
  await sayEverything(resident)
  expect((await resident.ok('me.stored')).participation).toEqual({
    ...{ needs: 1, comments: 1, objections: 1, ratings: 1, votes: 0 },
  })
  const { participation } = await resident.ok('me.export')
  expect(participation).toMatchObject({
    needs: [{ title: secrets[0], content: secrets[1] }],
    comments: [{ text: secrets[2] }],
    objections: [{ text: secrets[3], appeal: null }],
    ratings: [{ stars: 4 }],
  })
})

test('me.delete: the words are gone from every table, the answers stay, and the chain stays verifiable', async () => {
  const [resident] = cast.residents as [Caller]
  const id = await sayEverything(resident)
  const text = async () => JSON.stringify(await dump(server.services.db))
  const before = await text()
  expect(secrets.filter((secret) => !before.includes(secret))).toEqual([])
  const { ledger } = await server.anyone.ok('pledge-lists.show', { params: { id } })
  await resident.ok('me.delete', { query: {} })
  // Tests of this file share a database: only this resident's words are looked for.
  const own = (await dump(server.services.db)) as Record<string, Record<string, unknown>[]>
  expect(own.pledge_comments?.filter(({ author_id }) => author_id === resident.personId)).toMatchObject([
    { text: null },
  ])
  expect(own.pledge_objections?.filter(({ person_id }) => person_id === resident.personId)).toMatchObject([
    { text: null, appeal_text: null },
  ])
  expect(own.needs?.filter(({ owner_id }) => owner_id === resident.personId)).toEqual([])
  const open = await server.anyone.ok('needs.list', { query: { org: cast.world.community } })
  expect(open.items).toMatchObject([{ title: '（本人已注销，内容已删除）', answer: { note: '明年再议' } }])
  const file = Buffer.from(await server.anyone.ok('pledge-lists.ledger', { params: { id } }))
  expect(checkLedger(file, ledger.head ?? '').faults).toEqual([])
})
