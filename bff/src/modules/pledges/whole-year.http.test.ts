import { upload } from '../../../test/pictures'
import { runJobs } from '../../../test/jobs'
import { makePledgeCast, tenTerms, type PledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import { makeCast, orderIn } from '../../../test/orders'
import { checkLedger, recordSurvey } from '.'

let server: TestServer
let cast: PledgeCast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makePledgeCast(await server.world(), 4)
})
afterAll(() => server.close())

const day = 86_400_000
/** Moves the clock to a date at nine in the morning. */
const goTo = (date: string) => {
  const ms = new Date(`${date}T09:00:00+08:00`).getTime() - server.clock.now().getTime()
  server.clock.advance({ ms })
}
const kindsOf = async (index: number) =>
  (await cast.residents[index]!.ok('notices.list', { query: {} })).items.map(({ kind }) => kind)

test('the whole year of one community: needs, vote, ten pledges, progress, amendment, objection, strike-off', async () => {
  const { community, street, district, residents, world } = cast
  const [first, second, third, fourth] = residents as [
    (typeof residents)[0],
    (typeof residents)[0],
    (typeof residents)[0],
    (typeof residents)[0],
  ]

  // 问需: a form, a visit, an order; all answered in public.
  const list = await community.ok('pledge-lists.create', { body: { orgCode: world.community, year: 2026 } })
  const body = { communityCode: world.community, title: '三号楼前的路灯不亮', content: '晚上回家看不清台阶' }
  const form = await first.ok('needs.create', { body })
  expect(form).toMatchObject({ state: 'waiting', source: 'form', isOwn: true, answer: null })
  const orders = { ...(await makeCast(world)), resident: second }
  const order = await orderIn(orders, 'accepted', { title: '楼前路灯坏了', content: '三号楼前的路灯不亮，看不清路' })
  const fromOrder = await second.ok('needs.create', { body: { ...body, orderId: order.id } })
  expect(fromOrder.order).toEqual({ id: order.id, no: order.no })
  server.clock.advance({ minutes: 1 })
  const visit = await community.ok('needs.create', { body: { ...body, title: '想在楼下晒太阳', source: 'visit' } })
  const similar = await community.ok('needs.similar', { params: { id: form.id } })
  expect(similar.items.map(({ need }) => need.id)).toEqual([fromOrder.id])
  await community.ok('needs.group', { params: { id: fromOrder.id }, body: { withId: form.id } })
  const answer = { decision: 'candidate' as const, note: '列入今年的候选事项', publicTitle: '修复楼前路灯' }
  const answered = await community.ok('needs.answer', { params: { id: form.id }, body: answer })
  expect(answered).toMatchObject({ state: 'candidate', candidate: { title: '修复楼前路灯' }, group: { size: 2 } })
  await community.ok('needs.answer', {
    ...{ params: { id: visit.id }, body: { decision: 'decline', note: '楼下没有空地，明年改造时再考虑' } },
  })
  const open = await server.anyone.ok('needs.list', { query: { org: world.community } })
  expect(open.items.map(({ title, content, order: link }) => [title, content, link])).toEqual([
    ['想在楼下晒太阳', null, null],
    ['修复楼前路灯', null, null],
    ['修复楼前路灯', null, null],
  ])
  const both = await second.ok('needs.list', { query: { orderId: order.id } })
  expect(both.items.map(({ id }) => id)).toEqual([fromOrder.id])

  // 票决: one verified person, one vote; results at the close.
  const params = { id: list.id }
  for (const title of ['口袋公园', '助餐点', '充电桩']) {
    await community.ok('pledge-lists.add-candidate', {
      ...{ params, body: { title, summary: `建一处${title}`, category: 'public_service' } },
    })
  }
  await community.ok('pledge-lists.deliberate', { params, body: {} })
  const closesAt = new Date(server.clock.now().getTime() + 3 * day).toISOString()
  const opened = await community.ok('pledge-lists.open-vote', { params, body: { closesAt, maxChoices: 2 } })
  expect(opened.vote).toMatchObject({ roster: 4, voted: null, isOpen: true })
  const [lamp, park] = opened.candidates.map(({ id }) => id) as [string, string]
  await first.ok('pledge-lists.vote', { params, body: { candidateIds: [lamp, park] } })
  await second.ok('pledge-lists.vote', { params, body: { candidateIds: [lamp] } })
  await first.refused('pledge-lists.vote', 'already_exists', { params, body: { candidateIds: [park] } })
  const during = await first.ok('pledge-lists.show', { params })
  expect(during.candidates.map(({ votes }) => votes)).toEqual([null, null, null, null])
  expect(during.vote).toMatchObject({ hasVoted: true, isOnRoster: true, voted: null })
  await community.refused('pledge-lists.publish', 'wrong_state', { params, body: { pledges: tenTerms() } })
  server.clock.advance({ days: 3 })
  await third.refused('pledge-lists.vote', 'wrong_state', { params, body: { candidateIds: [lamp] } })
  const closed = await server.anyone.ok('pledge-lists.show', { params })
  expect(closed.candidates.map(({ votes }) => votes)).toEqual([2, 1, 0, 0])
  expect(closed.vote).toMatchObject({ voted: 2, isOpen: false })

  // 承诺: exactly ten.
  const terms = tenTerms()
  const pledges = [{ ...terms[0]!, title: '楼前路灯', candidateId: lamp }, ...terms.slice(1)]
  await community.refused('pledge-lists.publish', 'invalid', { params, body: { pledges: pledges.slice(1) } })
  await community.ok('pledge-lists.publish', { params, body: { pledges } })
  const started = await community.ok('pledge-lists.start', { params, body: {} })
  expect(started).toMatchObject({ state: 'delivering', vote: { voted: 2 } })
  expect(started.pledges.map(({ light }) => light)).toEqual(Array.from({ length: 10 }, () => 'grey'))
  await runJobs(server)
  expect(await kindsOf(0)).toEqual(expect.arrayContaining(['need.answered', 'need.pledged']))
  expect(await kindsOf(1)).toContain('need.pledged')
  expect(await kindsOf(2)).not.toContain('need.pledged')
  const { id } = started.pledges[0]!
  const one = { id }
  const mine = await first.ok('pledges.show', { params: one })
  expect(mine.origin).toEqual({ candidate: { id: lamp, title: '修复楼前路灯', votes: 2 }, needs: 2, isMine: true })

  // 践诺: progress with a picture and numbers.
  const [survey, building] = mine.milestones.map((step) => step.id) as [string, string]
  const [lamps] = mine.indicators.map((indicator) => indicator.id) as [string]
  goTo('2026-12-10')
  const picture = await upload(community)
  const reported = await community.ok('pledges.progress', {
    params: one,
    body: {
      ...{ note: '已经摸底，要换 20 盏', milestoneId: survey, progress: 60, attachments: [picture.id] },
      indicators: [{ id: lamps, value: 25 }],
    },
  })
  expect(reported).toMatchObject({ progress: 24, isPartlyReported: true, light: 'green', lightWord: '正常' })
  expect(reported.indicators).toMatchObject([{ value: 25, percent: 125, isBeyond: true }])
  expect(reported.events.at(-1)).toMatchObject({ action: 'progress', attachments: [{ id: picture.id }] })
  await community.ok('pledges.complete-milestone', { params: one, body: { milestoneId: survey, note: '摸底表已公示' } })

  // 滞后: the second milestone is late; yellow, then red, by the clock alone.
  const lightOn = async (date: string) => {
    goTo(date)
    const { light, lag, lightWord } = await server.anyone.ok('pledges.show', { params: one })
    return [light, lightWord, lag]
  }
  expect(await lightOn('2026-12-22')).toEqual(['green', '正常', 0])
  expect(await lightOn('2027-01-01')).toEqual(['green', '正常', 9.7])
  expect(await lightOn('2027-01-03')).toEqual(['yellow', '滞后', 11.6])
  expect(await lightOn('2027-01-21')).toEqual(['yellow', '滞后', 29])
  expect(await lightOn('2027-01-23')).toEqual(['red', '超期', 31])

  // 调整: kept beside the original, with the reason.
  const changes = { milestones: [{ id: building, dueOn: '2027-03-20' }], deadline: '2027-04-30' }
  const amended = await community.ok('pledges.amend', { params: one, body: { reason: '天冷路面不能开挖', changes } })
  expect(amended.amendments).toEqual([
    {
      ...{ at: expect.any(String) as string, reason: '天冷路面不能开挖' },
      changes: [
        { field: '完成期限', from: '2027-03-31', to: '2027-04-30' },
        { field: '节点 2', from: '施工，权重 3，2027-02-22', to: '施工，权重 3，2027-03-20' },
      ],
    },
  ])
  expect(amended.light).toBe('yellow')

  // 提醒 and 未更新: once each.
  goTo('2027-03-13')
  await runJobs(server)
  await runJobs(server)
  const told = (await community.ok('notices.list', { query: { limit: 100 } })).items
  const about = (kind: string) => told.filter((notice) => notice.kind === kind && notice.subject.id === id)
  expect([about('pledge.milestone-near').length, about('pledge.became-stale').length]).toEqual([1, 1])

  // 评议: a comment is public after a person approved it.
  await community.ok('pledges.complete-milestone', { params: one, body: { milestoneId: building, note: '全部亮灯' } })
  await second.ok('pledges.comment', { params: one, body: { text: '比以前亮多了' } })
  expect((await server.anyone.ok('pledges.show', { params: one })).comments.items).toEqual([])
  const [waiting] = (await community.ok('comments.list', { query: {} })).items
  await community.ok('comments.approve', { params: { id: waiting!.id }, body: {} })
  expect((await server.anyone.ok('pledges.show', { params: one })).comments.items).toMatchObject([
    { text: '比以前亮多了', author: '王**' },
  ])

  // 销号: the notice, an objection with its answer and one appeal.
  await street.refused('pledges.strike-off', 'wrong_state', { params: one, body: {} })
  await community.ok('pledges.request-strike-off', { params: one, body: { note: '全部办好，请核验' } })
  await first.ok('pledges.rate', { params: one, body: { stars: 5 } })
  await first.ok('pledges.rate', { params: one, body: { stars: 4 } })
  await third.ok('pledges.object', { params: one, body: { text: '二单元门口那盏还不亮，我住 201' } })
  const objected = await third.ok('pledges.show', { params: one })
  const objectionId = objected.objections[0]!.id
  expect((await server.anyone.ok('pledges.show', { params: one })).objections).toEqual([])
  server.clock.advance({ days: 7 })
  const tooEarly = await street.refused('pledges.strike-off', 'wrong_state', { params: one, body: {} })
  expect(tooEarly.detail).toContain('异议')
  const reply = { objectionId, decision: 'reject' as const, summary: '有一盏灯不亮', answer: '已到现场看过，灯是好的' }
  await street.ok('pledges.resolve-objection', { params: one, body: reply })
  const shown = await server.anyone.ok('pledges.show', { params: one })
  expect(shown.objections).toMatchObject([{ summary: '有一盏灯不亮', text: null, state: 'answered' }])
  await third.ok('pledges.object', { params: one, body: { text: '晚上又灭了', objectionId } })
  await street.refused('pledges.resolve-objection', 'forbidden', { params: one, body: reply })
  await district.ok('pledges.resolve-objection', { params: one, body: { ...reply, answer: '区里复核，灯亮' } })
  await third.refused('pledges.object', 'wrong_state', { params: one, body: { text: '还是不服', objectionId } })

  // Below the threshold of the survey refused, above it granted.
  const refused = await street.refused('pledges.strike-off', 'wrong_state', { params: one, body: {} })
  expect(refused.detail).toContain('满意度')
  const record = (mean: number) =>
    server.services.db.unitOfWork((em) =>
      recordSurvey(em, { now: server.clock.now(), actor: null }, id, { mean, coverage: 45 }),
    )
  await record(72.5)
  await street.refused('pledges.strike-off', 'wrong_state', { params: one, body: {} })
  await record(86)
  const done = await street.ok('pledges.strike-off', { params: one, body: { note: '现场核验通过' } })
  expect(done).toMatchObject({
    ...{ state: 'struck_off', light: 'blue', lightWord: '办结', obstacles: [], survey: { mean: 86, coverage: 45 } },
    ...{ rating: { count: 1, stars: 4 }, strikeOff: { org: { code: world.street }, statement: null } },
  })
  // The board shows what was finished last, with the picture of its newest public report.
  const { latestFinished } = await server.anyone.ok('board.show', { params: { orgCode: world.community }, query: {} })
  expect(latestFinished).toMatchObject({ number: 1, photo: { id: picture.id } })
  expect((await fetch(server.url + (latestFinished?.photo?.url ?? ''))).status).toBe(200)
  server.clock.advance({ minutes: 11 })
  expect((await fetch(server.url + (latestFinished?.photo?.url ?? ''))).status).toBe(404)
  await street.ok('pledges.grade', { params: one, body: { score: 92, note: '居民满意' } })
  await runJobs(server)
  expect(await kindsOf(0)).toContain('need.done')
  expect(await kindsOf(3)).toEqual([])
  expect(fourth.personId).not.toBe(first.personId)

  // 收官: the street grades the year and says what becomes of the rest.
  await community.ok('pledge-lists.evaluate', { params, body: {} })
  await street.ok('pledge-lists.grade', { params, body: { score: 88, note: '一件办结，九件接着办' } })
  await street.refused('pledge-lists.close', 'invalid', { params, body: {} })
  const over = await street.ok('pledge-lists.close', { params, body: { note: '其余九件转入明年接着办' } })
  expect(over).toMatchObject({ state: 'closed', grade: { score: 88 }, closingNote: '其余九件转入明年接着办' })

  // The ledger proves itself; what residents wrote is committed to and not told.
  const file = Buffer.from(await server.anyone.ok('pledge-lists.ledger', { params }))
  const check = checkLedger(file, over.ledger.head ?? '')
  expect(check).toMatchObject({ faults: [], events: over.ledger.events, withheld: 2 })
  expect(file.toString()).not.toMatch(/我住 201|王小明/)
  expect(file.toString()).not.toContain(first.personId)
}, 60_000)
