import { chinaDate, formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, Services } from '../../context'
import { loadActor } from '../../modules/identity'
import { answerNeed, createNeed } from '../../modules/needs'
import { findOrderBySource } from '../../modules/orders'
import {
  addCandidate,
  amendPledge,
  closeList,
  commentPledge,
  createList,
  decideComment,
  deliberate,
  evaluateList,
  findCandidates,
  findCommentsOf,
  findPledgesOf,
  gradeList,
  gradePledge,
  objectPledge,
  openVote,
  progressPledge,
  publishList,
  ratePledge,
  recordSurvey,
  requestStrikeOff,
  startList,
  strikeOff,
  vote,
} from '../../modules/pledges'
import { uploadDrawings } from '../load-demo-orders'
import type { DemoPeople } from '../load-demo-people'
import { askingNeeds, homeCandidates, homeNeeds } from './demo-needs'
import type { DemoPledge, DemoReport } from './demo-pledge'
import { homePledges } from './home-pledges'
import { finishedPledges } from './neighbour-pledges'

const day = 24 * 60 * 60_000
const [home, evaluating, asking, voting, closed] = [
  ...['610303001002', '610303001004', '610303001008', '610303001009', '610303001011'],
] as [string, string, string, string, string]
const street = 'street-610303001'
const district = 'district-610303'
/** Days since the publication of what is in delivery. */
const age = 240

/** An account as an actor, so many days after the publication. */
type As = (account: string, onDay: number) => Promise<Ctx>

/** Plays a year of ten things of several communities through the real commands, each step at its own past time. */
export async function loadDemoPledges(em: EntityManager, services: Services, people: DemoPeople, now: Date) {
  const as: As = async (account, onDay) => {
    const personId = people.get(account)
    if (personId === undefined) throw new Error(`the demo has no account ${account}`)
    const at = new Date(now.getTime() + (onDay - age) * day)
    return { services, actor: await loadActor(em, personId), now: at, requestId: 'demo' }
  }
  const year = Number(chinaDate(now).slice(0, 4))
  await playHome(em, as, year)
  await playFinished(em, as, { code: evaluating, year, isClosed: false })
  await playFinished(em, as, { code: closed, year, isClosed: true })
  await playAsking(as, year)
  await playVoting(em, as, year)
  await playNextYear(em, as)
}

const dateOn = (ctx: Ctx, days: number) => chinaDate(new Date(ctx.now.getTime() + days * day))

/** @param ctx at the publication */
function termsOf(ctx: Ctx, pledge: DemoPledge, candidateId?: string) {
  const { title, category, measures, indicator, milestones, budget, source, unit, person } = pledge
  const [name, target, of] = indicator
  return {
    ...{ title, category, measures, indicators: [{ name, target, unit: of }] },
    milestones: milestones.map(([step, weight, due]) => ({ title: step, weight, dueOn: dateOn(ctx, due) })),
    deadline: dateOn(ctx, pledge.deadline),
    budget: { fen: budget * 100, source },
    ...{ responsible: { unit, person }, contact: '社区服务热线，见社区页面' },
    ...(candidateId !== undefined && { candidateId }),
  }
}

/** @returns the ids of the pledges, in their order */
async function publish(
  em: EntityManager,
  as: As,
  { id, account, pledges, candidateIds = [] }: PublishedList,
): Promise<string[]> {
  const ctx = await as(account, 0)
  await publishList(ctx, { id }, { pledges: pledges.map((pledge, i) => termsOf(ctx, pledge, candidateIds[i])) })
  await startList(await as(account, 1), { id })
  return (await findPledgesOf(em, [id])).map((pledge) => pledge.id)
}
interface PublishedList {
  readonly id: string
  readonly account: string
  readonly pledges: readonly DemoPledge[]
  readonly candidateIds?: readonly string[]
}

async function report(em: EntityManager, ctx: Ctx, listId: string, id: string, made: DemoReport): Promise<void> {
  const pledge = (await findPledgesOf(em, [listId])).find((each) => each.id === id)
  const { milestone, progress, note, value, photos } = made
  const indicatorId = pledge?.terms.indicators[0]?.id ?? ''
  await progressPledge(
    ctx,
    { id },
    {
      ...{ note, attachments: await uploadDrawings(ctx, photos) },
      ...(milestone !== undefined && { milestoneId: pledge?.terms.milestones[milestone]?.id, progress }),
      ...(value !== undefined && { indicators: [{ id: indicatorId, value }] }),
    },
  )
}

async function playHome(em: EntityManager, as: As, year: number): Promise<void> {
  const account = `community-${home}`
  const id = await createList(await as(account, -60), { orgCode: home, year }, { isDemo: true })
  for (const [title, category] of homeCandidates) {
    await addCandidate(await as(account, -40), { id }, { title, summary: `居民提得较多的事：${title}。`, category })
  }
  const candidateIds = (await findCandidates(em, [id])).map((candidate) => candidate.id)
  await playNeeds(as, homeNeeds, { code: home, candidateIds })
  await deliberate(await as(account, -28), { id })
  await playHomeVote(as, id, candidateIds)
  const ids = await publish(em, as, { id, account, pledges: homePledges, candidateIds: candidateIds.slice(0, 10) })
  const [park, chargers, , , pipes] = ids as [string, string, string, string, string]
  for (const [index, { reports }] of homePledges.entries()) {
    for (const made of reports) await report(em, await as(account, made.day), id, ids[index] ?? '', made)
  }
  await playAmendment(em, as, id, pipes)
  await playPark(em, as, park)
  await requestStrikeOff(await as(account, 236), { id: chargers }, { note: '两批都已装好，请核验。' })
  await objectPledge(await as('resident-7', 238), { id: chargers }, { text: '六号楼那一排离窗户太近，夜里有声音。' })
  await commentPledge(await as('resident-8', 237), { id: chargers }, { text: '终于不用排队了，希望雨棚再长一点。' })
}

async function playNeeds(as: As, needs: typeof homeNeeds, at: { code: string; candidateIds: readonly string[] }) {
  for (const [index, { by, title, content, source, candidate, declined }] of needs.entries()) {
    const body = { communityCode: at.code, title, content, ...(source && { source }) }
    const id = await createNeed(await as(by, -58 + index / 10), body, { isDemo: true })
    const answering = await as(`community-${at.code}`, -35 + index / 10)
    const category = 'urgent_need' as const
    if (candidate !== undefined) {
      const candidateId = at.candidateIds[candidate]
      const note = '这件事提的人多，列入候选事项，请大家票决。'
      await answerNeed(answering, { id }, { decision: 'candidate', note, candidateId, category })
    } else if (declined !== undefined) {
      await answerNeed(answering, { id }, { decision: 'decline', note: declined, category })
    }
  }
}

async function playHomeVote(as: As, id: string, candidateIds: readonly string[]): Promise<void> {
  const opening = await as(`community-${home}`, -25)
  const closesAt = formatInstant(new Date(opening.now.getTime() + 10 * day))
  await openVote(opening, { id }, { closesAt, maxChoices: 10 })
  for (let number = 1; number <= 8; number++) {
    const chosen = candidateIds.filter((_, index) => index < 10 && (index + number) % 4 !== 0)
    await vote(await as(`resident-${number}`, -24 + number), id, { candidateIds: chosen })
  }
}

/** The late one: more time, with the reason beside what was promised first. */
async function playAmendment(em: EntityManager, as: As, listId: string, id: string): Promise<void> {
  const ctx = await as(`community-${home}`, 223)
  const pledge = (await findPledgesOf(em, [listId])).find((each) => each.id === id)
  const step = pledge?.terms.milestones[2]?.id ?? ''
  const changes = {
    deadline: dateOn(ctx, 97),
    milestones: [{ id: step, dueOn: dateOn(ctx, 57) }],
  }
  await amendPledge(ctx, { id }, { reason: '地下燃气管和图纸不符，要改线；工期顺延二十天。', changes })
}

/** The one that is done: survey, strike-off, grade, stars and a comment. */
async function playPark(em: EntityManager, as: As, id: string): Promise<void> {
  await requestStrikeOff(await as(`community-${home}`, 155), { id }, { note: '公园已经开放两周，请核验。' })
  await recordSurvey(em, { now: (await as(street, 163)).now, actor: null }, id, { mean: 86.4, coverage: 42 })
  await strikeOff(await as(street, 165), { id }, { note: '到现场看过，座椅、照明和保洁都在。' })
  await gradePledge(await as(street, 166), { id }, { score: 93, note: '按期开放，保洁有人管。' })
  for (const [number, stars] of [5, 5, 4, 5, 3].entries()) {
    await ratePledge(await as(`resident-${number + 1}`, 170 + number), { id }, { stars: stars as 3 | 4 | 5 })
  }
  await commentPledge(await as('resident-2', 172), { id }, { text: '孩子放学就来，晚上灯也亮。' })
  for (const comment of await findCommentsOf(em, id)) {
    await decideComment(await as(`community-${home}`, 173), { id: comment.id }, 'approve', null)
  }
}

async function playFinished(
  em: EntityManager,
  as: As,
  { code, year, isClosed }: { code: string; year: number; isClosed: boolean },
): Promise<void> {
  const account = `community-${code}`
  const id = await createList(await as(account, -30), { orgCode: code, year }, { isDemo: true })
  await deliberate(await as(account, -20), { id })
  const ids = await publish(em, as, { id, account, pledges: finishedPledges })
  for (const [index, { reports }] of finishedPledges.entries()) {
    const pledgeId = ids[index] ?? ''
    for (const made of reports) await report(em, await as(account, made.day), id, pledgeId, made)
    await requestStrikeOff(await as(account, 165), { id: pledgeId }, { note: '已经办完，请核验。' })
    // Three of those that are evaluated wait for their strike-off still.
    if (isClosed || index < 7) await finish(em, as, pledgeId, index)
  }
  await evaluateList(await as(account, 200), { id })
  if (!isClosed) return
  await gradeList(await as(street, 210), { id }, { score: 90, note: '十件全部办完，四件超过目标。' })
  await closeList(await as(street, 212), { id }, {})
}

/** Where the survey stayed below the threshold, the district strikes it off and says why. */
async function finish(em: EntityManager, as: As, id: string, index: number): Promise<void> {
  const isLow = index === 3
  const survey = { mean: isLow ? 74.5 : 82 + index, coverage: 35 + index }
  await recordSurvey(em, { now: (await as(street, 180)).now, actor: null }, id, survey)
  const statement = '窗口按时开放，居民主要希望再延长一小时；延长的安排已列入下一步。'
  await strikeOff(await as(isLow ? district : street, 182), { id }, isLow ? { statement } : { note: '核验通过。' })
  await gradePledge(await as(street, 185), { id }, { score: 84 + index, note: '完成情况属实。' })
}

async function playAsking(as: As, year: number): Promise<void> {
  await createList(await as(`community-${asking}`, 215), { orgCode: asking, year }, { isDemo: true })
  for (const [index, { by, title, content, source }] of askingNeeds.entries()) {
    const body = { communityCode: asking, title, content, ...(source && { source }) }
    await createNeed(await as(by, 220 + index), body, { isDemo: true })
  }
}

/** A vote that is open for five more days. */
async function playVoting(em: EntityManager, as: As, year: number): Promise<void> {
  const account = `community-${voting}`
  const id = await createList(await as(account, 200), { orgCode: voting, year }, { isDemo: true })
  for (const [title, category] of homeCandidates) {
    await addCandidate(
      await as(account, 205),
      { id },
      { title, summary: `沿河街居民提得较多的事：${title}。`, category },
    )
  }
  await deliberate(await as(account, 210), { id })
  const opening = await as(account, 230)
  const closesAt = formatInstant(new Date(opening.now.getTime() + 15 * day))
  await openVote(opening, { id }, { closesAt, maxChoices: 10 })
  const chosen = (await findCandidates(em, [id])).slice(0, 10).map((candidate) => candidate.id)
  await vote(await as('resident-26', 232), id, { candidateIds: chosen })
}

/** An order that says what next year may need; the link is kept both ways. */
async function playNextYear(em: EntityManager, as: As): Promise<void> {
  const order = await findOrderBySource(em, 'demo:2')
  if (!order) return
  const body = { communityCode: home, title: '地下室防水', content: '好几栋楼的地下室下雨就进水。', orderId: order.id }
  await createNeed(await as(`community-${home}`, age), body, { isDemo: true })
}
