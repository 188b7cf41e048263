import type { Activity, Answer, OrderActivity, Signup } from '@xinban/shared/contracts'
import { actionsFrom, formatInstant, signupFlow, toPoints, type SignupAction } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, malformedRequest, notFound, notSignedIn } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { maskedNames } from '../identity'
import { findOrder, findWallWords, maySee, maySeeInOffice } from '../orders'
import { findOrg, findOrgs, orgRef } from '../orgs'
import type { ActivityRow, SignupRow } from './activity.entity'
import {
  activitiesOfOrder,
  findActivities,
  findActivity,
  findSignup,
  openActivities,
  ownSignups,
  signupsFor,
  signupsForAll,
  signupsOf,
  teamActivities,
} from './activity.repository'
import { expectUnit } from './expect'
import { volunteersOf } from './team.repository'
import { partiesOf, runnerOf } from './volunteer.policy'

/** Greater than every id. */
const lastId = 'g'

export async function presentSignup(ctx: Ctx, id: string): Promise<Signup> {
  const signup = await findSignup(ctx.services.db.reader, id)
  if (!signup) throw notFound('这次报名')
  return (await signupPresenter(ctx, [signup]))(signup)
}

/** Whatever the sign-ups need is loaded together. */
async function signupPresenter(ctx: PublicCtx, rows: readonly SignupRow[]): Promise<(row: SignupRow) => Signup> {
  const { reader } = ctx.services.db
  const activities = await findActivities(
    reader,
    rows.map(({ activityId }) => activityId),
  )
  const orgs = await findOrgs(
    reader,
    rows.map(({ teamCode }) => teamCode),
  )
  const nameOf = await maskedNames(
    ctx.services,
    rows.map(({ personId }) => personId),
  )
  return (row) => {
    const [activity, team] = [activities.get(row.activityId), orgs.get(row.teamCode)]
    if (!activity || !team) throw new Error(`sign-up ${row.id} has lost its activity or team`)
    const parties = partiesOf(ctx.actor, row, team)
    const isAllowed = (action: SignupAction) => signupFlow.actions[action].by.some((party) => parties.includes(party))
    const { id, state, checkedInAt, checkedOutAt, minutes, halfPoints, version, personId } = row
    return {
      ...{ id, team: orgRef(team), name: nameOf(personId), isOwn: personId === ctx.actor?.personId, state },
      activity: {
        ...{ id: activity.id, title: activity.title },
        startsAt: formatInstant(activity.startsAt),
        endsAt: formatInstant(activity.endsAt),
      },
      checkedInAt: checkedInAt && formatInstant(checkedInAt),
      checkedOutAt: checkedOutAt && formatInstant(checkedOutAt),
      ...{ minutes, points: halfPoints === null ? null : toPoints(halfPoints), version },
      allowedActions: actionsFrom(signupFlow, state).filter(isAllowed),
    }
  }
}

async function activityPresenter(
  ctx: PublicCtx,
  rows: readonly ActivityRow[],
): Promise<(row: ActivityRow) => Activity> {
  const { reader } = ctx.services.db
  const { actor } = ctx
  const orderIds = rows.flatMap(({ orderId }) => orderId ?? [])
  const wishes = await findWallWords(reader, orderIds)
  const orgs = await findOrgs(reader, [
    ...rows.map(({ teamCode }) => teamCode),
    ...[...wishes.values()].map(({ communityCode }) => communityCode),
  ])
  const wishOf = (orderId: string | null): Activity['wish'] => {
    const wish = orderId === null ? undefined : wishes.get(orderId)
    if (orderId === null || !wish) return null
    return { orderId, title: wish.title, communityName: orgs.get(wish.communityCode)?.name ?? wish.communityCode }
  }
  const ids = rows.map(({ id }) => id)
  const own = actor ? await ownSignups(reader, actor.personId, ids) : new Map<string, SignupRow>()
  const memberships = actor && rows.length > 0 ? await volunteersOf(reader, actor.personId) : []
  const present = await signupPresenter(ctx, [...own.values()])
  return (row) => {
    const team = orgs.get(row.teamCode)
    if (!team) throw new Error(`activity ${row.id} is of ${row.teamCode}, which is no org`)
    const signup = own.get(row.id)
    const isRunner = runnerOf(actor, team) !== undefined
    const isMember = memberships.some(({ teamCode, state }) => teamCode === row.teamCode && state === 'member')
    const isAhead = !row.isCancelled && row.startsAt > ctx.now
    const maySignUp = isMember && isAhead && row.taken < row.capacity && (!signup || signup.state === 'cancelled')
    const { id, title, place, detail, capacity, taken, isCancelled, isDemo, version } = row
    return {
      ...{ id, team: orgRef(team), title, place, detail, capacity, taken, isCancelled, isDemo, version },
      ...{ startsAt: formatInstant(row.startsAt), endsAt: formatInstant(row.endsAt) },
      cancelNote: isRunner || signup ? row.cancelNote : null,
      wish: wishOf(row.orderId),
      checkCode: isRunner ? row.checkCode : null,
      own: signup ? present(signup) : null,
      allowedActions: [
        ...(maySignUp ? (['sign-up'] as const) : []),
        ...(isRunner && isAhead ? (['move', 'cancel'] as const) : []),
        ...(isRunner ? (['manage'] as const) : []),
      ],
    }
  }
}

export async function presentActivity(ctx: PublicCtx, id: string): Promise<Activity> {
  const activity = await findActivity(ctx.services.db.reader, id)
  if (!activity) throw notFound('这个活动')
  return (await activityPresenter(ctx, [activity]))(activity)
}

interface Asked {
  readonly view: 'open' | 'mine' | 'team'
  readonly org?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

export async function presentActivities(ctx: PublicCtx, asked: Asked): Promise<Answer<'activities.list'>> {
  if (asked.view === 'mine') return presentOwnActivities(ctx, asked)
  const rows = await listed(ctx, asked)
  const present = await activityPresenter(ctx, rows)
  return pageOf(rows, asked.limit, ({ id, startsAt }) => `${startsAt.getTime()}:${id}`, present)
}

async function listed(ctx: PublicCtx, { view, org: code = '', limit, cursor }: Asked): Promise<ActivityRow[]> {
  const { reader } = ctx.services.db
  const page = { limit: limit + 1, after: readKey(cursor) }
  if (view === 'team') return teamActivities(reader, (await expectUnit(reader, code)).code, page)
  const org = await findOrg(reader, code)
  if (!org) throw notFound('这个组织')
  return openActivities(reader, org.districtCode, ctx.now, page)
}

function readKey(cursor: string | undefined): { at: Date; id: string } | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [time = '', id = ''] = key.split(':')
  if (!/^\d{1,15}$/.test(time)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return { at: new Date(Number(time)), id }
}

/** By one's own sign-ups, the latest first. */
async function presentOwnActivities(ctx: PublicCtx, { limit, cursor }: Asked): Promise<Answer<'activities.list'>> {
  const { actor } = ctx
  if (!actor) throw notSignedIn()
  const { reader } = ctx.services.db
  const signups = await signupsOf(reader, actor.personId, decodeCursor(cursor) ?? lastId, limit + 1)
  const { items: shown, nextCursor } = pageOf(
    signups,
    limit,
    ({ id }) => id,
    ({ activityId }) => activityId,
  )
  const activities = await findActivities(reader, shown)
  const rows = shown.flatMap((id) => activities.get(id) ?? [])
  return { items: rows.map(await activityPresenter(ctx, rows)), nextCursor }
}

/** Who signed up, for those who run the activity. */
export async function presentSignups(
  ctx: Ctx,
  activityId: string,
  { limit, cursor }: Pick<Asked, 'limit' | 'cursor'>,
): Promise<Answer<'signups.list'>> {
  const { reader } = ctx.services.db
  const activity = await findActivity(reader, activityId)
  const team = activity && (await findOrg(reader, activity.teamCode))
  if (!team) throw notFound('这个活动')
  if (!runnerOf(ctx.actor, team)) throw forbidden('报名名单给带队的人和所属的社区、街道看')
  const rows = await signupsFor(reader, activity.id, decodeCursor(cursor) ?? '', limit + 1)
  return pageOf(rows, limit, ({ id }) => id, await signupPresenter(ctx, rows))
}

/** Dates of an order that a screen shows, and names on all of them together. */
const mostDates = 20
const mostNames = 500

/** The dates for which the team called that has an order, and who signed up. Throws not_found, forbidden. */
export async function presentOrderActivities(ctx: Ctx, orderId: string): Promise<Answer<'orders.volunteers'>> {
  const { reader } = ctx.services.db
  const order = await findOrder(reader, orderId)
  if (!order || !maySee(ctx.actor, order)) throw notFound('这个单')
  if (!maySeeInOffice(ctx.actor, order)) throw forbidden('谁报了名，给承办的队伍和社区、街道看')
  const rows = await activitiesOfOrder(reader, orderId, mostDates)
  const present = await activityPresenter(ctx, rows)
  const signups = await signupsForAll(
    reader,
    rows.map(({ id }) => id),
    mostNames,
  )
  const nameOf = await maskedNames(
    ctx.services,
    signups.map(({ personId }) => personId),
  )
  const peopleOf = (activityId: string): OrderActivity['people'] =>
    signups.flatMap((signup) =>
      signup.activityId === activityId ? [{ id: signup.id, name: nameOf(signup.personId), state: signup.state }] : [],
    )
  return { items: rows.map((row) => ({ activity: present(row), people: peopleOf(row.id) })) }
}
