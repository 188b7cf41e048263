import { deliveringList, makePledgeCast, type PledgeCast } from '../../../../test/pledges'
import { allPages } from '../../../../test/pages'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'

let server: TestServer
let cast: PledgeCast
let pledgeId: string
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makePledgeCast(await server.world(), 2)
  pledgeId = (await deliveringList(cast)).pledges[0]?.id ?? ''
})
afterAll(() => server.close())

const publicTexts = async (by: Pick<Caller, 'ok'> = server.anyone) =>
  (await by.ok('pledges.comments', { params: { id: pledgeId }, query: {} })).items.map(({ text }) => text)
/** @returns the comment as its moderator sees it */
async function comment(by: Caller, text = '什么时候能修好？') {
  server.clock.advance({ minutes: 1 })
  await by.ok('pledges.comment', { params: { id: pledgeId }, body: { text } })
  const { items } = await cast.community.ok('comments.list', { query: { limit: 100 } })
  const made = items.at(-1)
  if (!made) throw new Error('no comment waits')
  return made
}

test('nothing is public before a person approved it; its author sees it wait', async () => {
  const [author, other] = cast.residents as [Caller, Caller]
  const waiting = await comment(author)
  expect(waiting).toMatchObject({ state: 'waiting', author: '王**', allowedActions: ['approve', 'hide'] })
  expect([await publicTexts(), await publicTexts(other)]).toEqual([[], []])
  expect(await publicTexts(author)).toEqual(['什么时候能修好？'])
  await cast.community.ok('comments.approve', { params: { id: waiting.id }, body: {} })
  expect(await publicTexts()).toEqual(['什么时候能修好？'])
})

test('what is hidden leaves the public; the original and the reason stay for its author and staff', async () => {
  const [author] = cast.residents as [Caller]
  const { id } = await comment(author)
  const params = { id }
  await cast.street.ok('comments.approve', { params, body: {} })
  const hidden = await cast.community.ok('comments.hide', { params, body: { reason: '写了别人的电话' } })
  expect(hidden).toMatchObject({ state: 'hidden', text: '什么时候能修好？', reason: '写了别人的电话' })
  expect(await publicTexts()).toEqual([])
  const own = await author.ok('pledges.comments', { params: { id: pledgeId }, query: {} })
  expect(own.items).toMatchObject([{ state: 'hidden', reason: '写了别人的电话', allowedActions: [] }])
  await cast.community.ok('comments.approve', { params, body: {} })
  expect(await publicTexts()).toEqual(['什么时候能修好？'])
})

test('comments.approve and hide: 401, 403, 404, 409, 412, 422', async () => {
  const [author, other] = cast.residents as [Caller, Caller]
  const { id } = await comment(author)
  const params = { id }
  const hide = { params, body: { reason: '重复' } }
  await server.anyone.refused('comments.approve', 'not_signed_in', { params, body: {} })
  await author.refused('comments.approve', 'forbidden', { params, body: {} })
  await other.refused('comments.approve', 'not_found', { params, body: {} })
  await cast.district.refused('comments.hide', 'forbidden', hide)
  await cast.community.refused('comments.hide', 'invalid', { params, body: {} })
  await cast.community.refused('comments.approve', 'version_mismatch', { params, body: {}, ifMatch: '"7"' })
  await cast.community.ok('comments.approve', { params, body: {} })
  await cast.community.refused('comments.approve', 'wrong_state', { params, body: {} })
})

test('pledges.comment: anyone who is signed in and agreed; 401, 403, 404, 422', async () => {
  const call = { params: { id: pledgeId }, body: { text: '加油' } }
  await server.anyone.refused('pledges.comment', 'not_signed_in', call)
  await (await cast.world.person({ hasAgreed: false })).refused('pledges.comment', 'consent_needed', call)
  const [author] = cast.residents as [Caller]
  await author.refused('pledges.comment', 'invalid', { ...call, body: { text: '' } })
  await author.refused('pledges.comment', 'not_found', { ...call, params: { id: author.personId } })
})

test('comments.list: of the org that one works for, oldest first; in pages; 401, 403', async () => {
  const [author] = cast.residents as [Caller]
  for (const text of ['一', '二', '三']) await comment(author, text)
  const all = await allPages((cursor) => cast.community.ok('comments.list', { query: { limit: 1, cursor } }))
  expect(all.map(({ text }) => text)).toEqual(['一', '二', '三'])
  await server.anyone.refused('comments.list', 'not_signed_in')
  await author.refused('comments.list', 'forbidden')
  await (await cast.world.staff('auditor', cast.world.code)).refused('comments.list', 'forbidden')
})
