import { addHall, monday } from './halls'
import { runJobs } from './jobs'
import { orderIn, take } from './orders'
import { upload } from './pictures'
import { deliveringList, noticedPledge, tenTerms } from './pledges'
import type { TestServer } from './server'
import { openSurvey } from './surveys'
import { appid } from './wechat-stand-in'
import { execute } from '../src/db/sql'
import type { Caller, World } from './world'

/** What a resident said and gave, which nobody may find once their account is deleted. */
export const lifeSecrets = {
  ...{ name: '欧阳修', phone: '13700007777', mother: '司马光', motherPhone: '13700007778' },
  ...{
    title: '五号楼的水管',
    content: '半夜也在漏',
    place: '单元门口右手边',
    comment: '师傅很细心',
    thanks: '谢谢修水管的小伙子',
  },
  ...{ need: '门口想要长椅', why: '我腰不好走不远', remark: '这条留言是我写的', objection: '我家窗前那盏灯' },
} as const

/** What is there before the resident comes. */
interface Surroundings {
  readonly community: Caller
  readonly street: Caller
  readonly district: Caller
  readonly gridWorker: Caller
  readonly leader: Caller
  readonly unit: Caller
  readonly neighbours: readonly Caller[]
  /** Of a neighbour, public. */
  readonly orderId: string
}
type Life = { server: TestServer; world: World; around: Surroundings; resident: Caller }

export async function makeSurroundings(world: World): Promise<Surroundings> {
  const staff = {
    community: await world.staff('community_staff', world.community),
    street: await world.staff('street_staff', world.street),
    district: await world.staff('district_admin', world.code),
    gridWorker: await world.staff('grid_worker', world.grid),
    leader: await world.staff('unit_staff', world.unit),
    unit: await world.unitStaff(world.unit),
  }
  const resident = await world.person({ name: '邻居', communityCode: world.community })
  const neighbours = [resident, await world.person(), await world.person()]
  const { id } = await orderIn({ world, ...staff, resident }, 'accepted', { visibility: 'public' })
  await staff.community.ok('orders.approve', { params: { id }, body: {} })
  return { ...staff, neighbours, orderId: id }
}

/** A verified resident who does, by real requests, everything by which a resident's id comes into a table. */
export async function liveFully(server: TestServer, world: World, around: Surroundings): Promise<Caller> {
  const { name, phone } = lifeSecrets
  const resident = await world.person({ name, phone, communityCode: world.community, isConfirmed: true })
  const life = { server, world, around, resident }
  await signIns(life)
  await orders(life)
  await tenThings(life)
  await halls(life)
  await volunteering(life)
  const survey = await openSurvey(server, around.community)
  await resident.ok('surveys.cast', { params: { id: survey.id }, body: { answers: { q1: 5, q2: 1, q3: '都好' } } })
  await runJobs(server)
  return resident
}

async function signIns({ server, resident }: Life): Promise<void> {
  const now = server.clock.now()
  await server.services.db.unitOfWork(async (em) => {
    await execute(em, 'INSERT INTO wechat_identities (appid, openid, person_id, created_at) VALUES (?, ?, ?, ?)', [
      ...[appid, 'openid-of-a-life', resident.personId, now],
    ])
    await execute(em, 'INSERT INTO accounts (name, person_id, is_demo, created_at) VALUES (?, ?, 0, ?)', [
      ...['a-life', resident.personId, now],
    ])
  })
}

async function orders({ world, around, resident }: Life): Promise<void> {
  const { title, content, place, comment, name, phone, thanks } = lifeSecrets
  const cast = { world, ...around, resident }
  await upload(resident)
  const attachments = [(await upload(resident)).id]
  const placed = await orderIn(cast, 'submitted', {
    ...{ title, content, attachments, contact: { name, phone }, location: { place, lat: 34.36, lng: 107.14 } },
  })
  const order = await take(cast, placed, ['accept', 'offer', 'list', 'claim'])
  await around.unit.ok('orders.fulfil', { params: { id: order.id }, body: { note: '修好了' } })
  await resident.ok('thanks.write', { params: { id: order.id }, body: { text: thanks } })
  await resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 5, comment } })
  await resident.ok('orders.second', { params: { id: around.orderId }, body: {} })
}

async function tenThings({ server, world, around, resident }: Life): Promise<void> {
  const { community } = around
  const { need, why, remark, objection } = lifeSecrets
  const cast = { world, ...around, residents: [resident] }
  await resident.ok('needs.create', { body: { communityCode: world.community, title: need, content: why } })
  const list = await community.ok('pledge-lists.create', { body: { orgCode: world.community, year: 2027 } })
  const voting = { params: { id: list.id } }
  await community.ok('pledge-lists.add-candidate', {
    ...{ ...voting, body: { title: '路灯', summary: '路灯', category: 'public_safety' } },
  })
  await community.ok('pledge-lists.deliberate', { ...voting, body: {} })
  const closesAt = new Date(server.clock.now().getTime() + 86_400_000).toISOString()
  const { candidates } = await community.ok('pledge-lists.open-vote', { ...voting, body: { closesAt } })
  const choices = candidates.map(({ id }) => id)
  await resident.ok('pledge-lists.vote', { ...voting, body: { candidateIds: choices } })
  const { pledges } = await deliveringList(cast, tenTerms())
  const params = { id: pledges[0]?.id ?? '' }
  await noticedPledge(cast, params.id)
  await resident.ok('pledges.comment', { params, body: { text: remark } })
  await resident.ok('pledges.object', { params, body: { text: objection } })
  await resident.ok('pledges.rate', { params, body: { stars: 4 } })
}

async function halls({ server, world, around, resident }: Life): Promise<void> {
  const { mother, motherPhone } = lifeSecrets
  const hall = await addHall(server.services, { orgCode: world.community, everyDay: true })
  const body = { hallId: hall.hallId, itemId: hall.itemId }
  const person = { name: mother, phone: motherPhone, relation: '母亲', consent: true as const }
  await resident.ok('bookings.create', { body: { ...body, start: monday('10:00'), person } })
  const slot = { ...body, start: monday('11:00') }
  for (const neighbour of around.neighbours) await neighbour.call('bookings.create', { body: slot })
  await resident.ok('waitlist.join', { body: slot })
  await resident.ok('tickets.draw', { body: { hallId: hall.hallId } })
}

async function volunteering({ server, world, around, resident }: Life): Promise<void> {
  const { leader, community } = around
  const at = (hours: number) => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
  const intro = '帮独居老人修灯换锁'
  await leader.ok('volunteer-teams.save', { params: { code: world.unit }, body: { intro, isOpen: true } })
  const { id } = await resident.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })
  await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
  const activity = await leader.ok('activities.create', {
    body: {
      ...{ teamCode: world.unit, title: '周六修灯', place: '槐树社区活动室', capacity: 10 },
      ...{ startsAt: at(1), endsAt: at(4) },
    },
  })
  const { own } = await resident.ok('activities.sign-up', { params: { id: activity.id }, body: {} })
  const params = { id: own?.id ?? '' }
  const code = (await leader.ok('activities.show', { params: { id: activity.id } })).checkCode ?? ''
  server.clock.advance({ hours: 1 })
  await resident.ok('signups.check-in', { params, body: { code } })
  server.clock.advance({ hours: 3 })
  await resident.ok('signups.check-out', { params, body: {} })
  await leader.ok('signups.confirm', { params, body: {} })
  const reward = await community.ok('rewards.create', {
    body: { orgCode: world.community, title: '一袋洗衣粉', cost: 1, stock: 3 },
  })
  await resident.ok('rewards.redeem', { params: { id: reward.id }, body: {} })
}
