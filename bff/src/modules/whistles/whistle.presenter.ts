import type { Whistle, WhistleEvent, WhistleParty, WhistleSummary } from '@xinban/shared/contracts'
import {
  dueWords,
  formatInstant,
  possibleWhistleActions,
  whistleFlow,
  whistleSteps,
  whistleStepWords,
  type WhistleAction,
} from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { findFilesOfOrder, presentAttachment } from '../files'
import { maskedNames } from '../identity'
import { findShownTitles } from '../orders'
import { findOrgs, orgRef, type Org } from '../orgs'
import { readPoint } from '../places'
import { factsOf, stepOf } from './whistle-steps'
import type { WhistlePartyRow, WhistleRow } from './whistle.entity'
import { grantOf, maySee, maySeePlaceCode } from './whistle.policy'
import { findParties, findWhistle, findWhistleEvents } from './whistle.repository'

type Orgs = ReadonlyMap<string, Org>
type Parties = readonly WhistlePartyRow[]

const refIn = (orgs: Orgs, code: string | null) => {
  const org = code === null ? undefined : orgs.get(code)
  return org ? orgRef(org) : null
}

const isOwn = ({ actor }: Ctx, { departmentCode }: WhistlePartyRow): boolean =>
  actor.memberships.some(({ role, orgCode }) => role === 'unit_staff' && orgCode === departmentCode)

/** Flow ∩ policy: what this caller may do to this whistle now. */
function allowedActions(ctx: Ctx, whistle: WhistleRow, parties: Parties): WhistleAction[] {
  const facts = parties.map(factsOf)
  return (Object.keys(whistleFlow.actions) as WhistleAction[]).filter((action) => {
    const grant = grantOf(ctx.actor, whistle, parties, action)
    if (!grant) return false
    const isOfDepartment = grant.as === 'department' || grant.as === 'lead'
    const own = isOfDepartment
      ? facts[parties.findIndex(({ departmentCode }) => departmentCode === grant.used.orgCode)]
      : undefined
    return possibleWhistleActions(whistle.status, facts, own).includes(action)
  })
}

/** The step that counts next: of the caller's department, else of whichever has the least time left. */
function nextDue(ctx: Ctx, parties: Parties): WhistleSummary['due'] {
  const own = parties.filter((party) => isOwn(ctx, party))
  const [next] = (own.length > 0 ? own : parties)
    .filter(({ isOpen, state }) => isOpen && state !== 'excused')
    .flatMap((party) => whistleSteps.map((step) => ({ step, ...stepOf(party, step) })))
    .filter(({ doneAt }) => doneAt === null)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  if (!next) return null
  const { step, dueAt, overdueAt, warnedAt } = next
  const isOverdue = overdueAt !== null || ctx.now > dueAt
  return { step, dueAt: formatInstant(dueAt), isOverdue, isWarned: !isOverdue && !!warnedAt }
}

function summarize(ctx: Ctx, whistle: WhistleRow, parties: Parties, orgs: Orgs): WhistleSummary {
  const { id, no, kind, status, title, place, departmentCount, version } = whistle
  return {
    ...{ id, no, kind, status, title, place, departmentCount, version },
    ...{ street: refIn(orgs, whistle.streetCode), lead: refIn(orgs, whistle.leadCode) },
    ownState: parties.find((party) => isOwn(ctx, party))?.state ?? null,
    due: status === 'finished' ? null : nextDue(ctx, parties),
    blownAt: formatInstant(whistle.blownAt),
    allowedActions: allowedActions(ctx, whistle, parties),
  }
}

/** A presenter for a page of whistles; departments and names of all of them are loaded together. */
export async function whistleSummaries(
  ctx: Ctx,
  whistles: readonly WhistleRow[],
): Promise<(whistle: WhistleRow) => WhistleSummary> {
  const { reader } = ctx.services.db
  const parties = await findParties(
    reader,
    whistles.map(({ id }) => id),
  )
  const orgs = await findOrgs(
    reader,
    whistles.flatMap(({ streetCode, leadCode }) => [streetCode, leadCode]),
  )
  return (whistle) =>
    summarize(
      ctx,
      whistle,
      parties.filter(({ whistleId }) => whistleId === whistle.id),
      orgs,
    )
}

/** One whistle with its departments and the shared timeline. Throws not_found for whoever has no part in it. */
export async function presentWhistle(ctx: Ctx, id: string): Promise<Whistle> {
  const { reader } = ctx.services.db
  const whistle = await findWhistle(reader, id)
  const parties = whistle ? await findParties(reader, [id]) : []
  if (!whistle || !maySee(ctx.actor, whistle, parties)) throw notFound('这个哨')
  const orgs = await findOrgs(reader, [
    ...[whistle.streetCode, whistle.leadCode, whistle.districtCode],
    ...parties.map(({ departmentCode }) => departmentCode),
  ])
  const events = await presentTimeline(ctx, id, orgs)
  return {
    ...summarize(ctx, whistle, parties, orgs),
    content: events.find(({ action }) => action === 'blow')?.note ?? null,
    point: readPoint(whistle),
    placeCode: whistle.isOpen && maySeePlaceCode(ctx.actor, whistle) ? whistle.placeCode : null,
    order: await presentOrderOf(ctx, whistle),
    isSentBack: whistle.isSentBack,
    parties: parties.map((party) => presentParty(ctx, party, orgs)),
    events,
  }
}

/** The linked order for those who may see it: to the others it says nothing. */
async function presentOrderOf(ctx: Ctx, { orderId }: WhistleRow): Promise<Whistle['order']> {
  if (orderId === null) return null
  const title = (await findShownTitles(ctx, [orderId])).get(orderId)
  return title === undefined ? null : { id: orderId, title }
}

function presentParty(ctx: Ctx, party: WhistlePartyRow, orgs: Orgs): WhistleParty {
  const { departmentCode, isLead, state, stars, streetStars } = party
  return {
    department: refIn(orgs, departmentCode) ?? { code: departmentCode, name: departmentCode, level: 'unit' },
    ...{ isLead, isOwn: isOwn(ctx, party), state, stars, streetStars },
    steps: whistleSteps.map((step) => {
      const { dueAt, doneAt, overdueAt, warnedAt = null } = stepOf(party, step)
      const reckoning = party.reckonings[step]
      return {
        ...{ step, dueAt: formatInstant(dueAt), isProvisional: reckoning.isProvisional },
        ...{ doneAt: doneAt && formatInstant(doneAt), overdueAt: overdueAt && formatInstant(overdueAt) },
        warnedAt: warnedAt && formatInstant(warnedAt),
        why: `${whistleStepWords[step]}时限：${dueWords(reckoning, '吹哨')}`,
      }
    }),
  }
}

async function presentTimeline(ctx: Ctx, whistleId: string, orgs: Orgs): Promise<WhistleEvent[]> {
  const { reader } = ctx.services.db
  const [events, files] = [await findWhistleEvents(reader, whistleId), await findFilesOfOrder(reader, whistleId)]
  const nameOf = await maskedNames(
    ctx.services,
    events.map(({ actorId }) => actorId),
  )
  return events.map(({ id, action, actorId, actorRole, actorOrgCode, departmentCode, at, data, note }) => ({
    ...{ id, action, at: formatInstant(at), note },
    actor: { name: nameOf(actorId), role: actorRole, org: refIn(orgs, actorOrgCode) },
    department: departmentCode === actorOrgCode ? null : refIn(orgs, departmentCode),
    ...(data.decision && { decision: data.decision }),
    ...(data.stars && { stars: data.stars }),
    ...(data.isByCode && { isByCode: true }),
    ...(data.metres !== undefined && { metres: data.metres }),
    attachments: (files.get(id) ?? []).map((file) => presentAttachment(ctx, file)),
  }))
}
