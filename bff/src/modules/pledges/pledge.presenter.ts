import type { Attachment, Objection, Pledge, PledgeEvent } from '@xinban/shared/contracts'
import {
  dateOfDay,
  formatInstant,
  indicatorReached,
  noticeOverOn,
  obstaclesOf,
  pledgeActions,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PublicCtx } from '../../context'
import { selectRows } from '../../db/rows'
import { query } from '../../db/sql'
import { notFound } from '../../errors'
import { findFilesOfOrder, presentAttachment } from '../files'
import { findOrgs, orgRef } from '../orgs'
import { findPledgeEvents, type EventWithWords } from './chain/append-event'
import { presentCommentsOf } from './comments/comment.presenter'
import { countNeeds, findCandidate } from './lists/pledge-list.repository'
import { loadShown, summaryOf, type Shown } from './pledge-summary.presenter'
import { PledgeRatingRow, type ObjectionRow, type PledgeRow } from './pledge.entity'
import { mayLookInto } from './pledge.policy'
import { findObjections, findPledge, isAppealable } from './pledge.repository'

const day = 24 * 60 * 60_000

/** One pledge with everything that the caller may see of it. Throws not_found. */
export async function presentPledge(ctx: PublicCtx, id: string): Promise<Pledge> {
  const { reader } = ctx.services.db
  const pledge = await findPledge(reader, id)
  if (!pledge) throw notFound('这件实事')
  const shown = (await loadShown(ctx, [pledge]))(pledge)
  const events = await findPledgeEvents(reader, id)
  const orgs = await findOrgs(reader, [
    ...[pledge.orgCode, pledge.struckOffByCode],
    ...events.map(({ actorOrgCode }) => actorOrgCode),
  ])
  const refOf = (code: string | null) => {
    const org = code === null ? undefined : orgs.get(code)
    return org ? orgRef(org) : null
  }
  const { measures, startsOn, budget, responsible, contact } = pledge.terms
  const org = refOf(pledge.orgCode)
  if (!org) throw notFound('这件实事')
  const presented = await presentEvents(ctx, pledge, events, refOf)
  return {
    ...summaryOf(ctx, pledge, shown),
    ...{ org, year: pledge.year, measures, startsOn, budget, responsible, contact },
    origin: await presentOrigin(reader, ctx, pledge),
    indicators: pledge.terms.indicators.map((indicator) => ({ ...indicator, ...indicatorReached(indicator) })),
    milestones: pledge.terms.milestones.map((step) => ({
      ...step,
      completedAt: step.completedAt === null ? null : formatInstant(new Date(step.completedAt)),
    })),
    amendments: presented.flatMap(({ action, at, note, changes }) =>
      action === 'amend' ? [{ at, reason: note, changes }] : [],
    ),
    events: presented,
    ...(await presentOpinions(ctx, pledge, shown)),
    ...presentEnd(pledge, shown, ctx.now),
    strikeOff:
      pledge.struckOffAt === null
        ? null
        : { at: formatInstant(pledge.struckOffAt), org: refOf(pledge.struckOffByCode), statement: pledge.statement },
  }
}

async function presentOrigin(em: EntityManager, ctx: PublicCtx, { candidateId }: PledgeRow): Promise<Pledge['origin']> {
  const candidate = candidateId === null ? undefined : await findCandidate(em, candidateId)
  if (!candidate) return { candidate: null, needs: 0, isMine: false }
  const { id, title, votes } = candidate
  const mine = ctx.actor
    ? await query(em, 'SELECT id FROM needs WHERE owner_id = ? AND candidate_id = ? LIMIT 1', [ctx.actor.personId, id])
    : []
  return { candidate: { id, title, votes }, needs: (await countNeeds(em, [id])).get(id) ?? 0, isMine: mine.length > 0 }
}

const isShown = (action: string): action is PledgeEvent['action'] =>
  action === 'publish' || (pledgeActions as readonly string[]).includes(action)

async function presentEvents(
  ctx: PublicCtx,
  pledge: PledgeRow,
  events: readonly EventWithWords[],
  refOf: (code: string | null) => PledgeEvent['by']['org'],
): Promise<PledgeEvent[]> {
  const hasPictures = events.some(({ data }) => data.pictures)
  const files = hasPictures ? await findFilesOfOrder(ctx.services.db.reader, pledge.id) : new Map<string, never[]>()
  const pictures = (eventId: string): Attachment[] =>
    (files.get(eventId) ?? []).map((file) => presentAttachment(ctx, file))
  return events.flatMap(({ id, seq, action, actorRole, actorOrgCode, at, data, words }) =>
    isShown(action)
      ? [
          {
            ...{ id, seq, action, at: formatInstant(at), note: words?.note ?? null },
            by: { role: actorRole, org: refOf(actorOrgCode) },
            ...{ milestoneId: data.milestoneId ?? null, progress: data.progress ?? null },
            ...{ indicators: data.indicators ?? [], changes: [...(words?.changes ?? [])], attachments: pictures(id) },
          },
        ]
      : [],
  )
}

/** What residents think: objections, comments, their own stars. */
async function presentOpinions(ctx: PublicCtx, pledge: PledgeRow, { rules }: Shown) {
  const { reader } = ctx.services.db
  const personId = ctx.actor?.personId
  const objections = await findObjections(reader, pledge.id)
  const isInside = mayLookInto(ctx.actor, pledge)
  const where = 'WHERE pledge_id = ? AND person_id = ?'
  const [mine] = personId === undefined ? [] : await selectRows(reader, PledgeRatingRow, where, [pledge.id, personId])
  const seen = objections.filter((each) => isInside || each.personId === personId || each.answeredAt !== null)
  return {
    objections: seen.map((each) =>
      presentObjection(each, { personId, isInside, appealDays: rules.appealDays, now: ctx.now }),
    ),
    comments: await presentCommentsOf(ctx, pledge.id, { limit: 20 }),
    myStars: mine?.stars ?? null,
  }
}

interface Reader {
  readonly personId: string | undefined
  readonly isInside: boolean
  readonly appealDays: number
  readonly now: Date
}

/** In its own words for whoever wrote it and those who answer; for everyone else as the answer sums it up. */
function presentObjection(objection: ObjectionRow, { personId, isInside, appealDays, now }: Reader): Objection {
  const { id, state, at, summary, answer, decision, answeredAt, appealedAt } = objection
  const { appealAnswer, appealDecision, appealAnsweredAt } = objection
  const isOwn = objection.personId === personId
  const isOpen = isOwn || isInside
  return {
    ...{ id, state, summary, isOwn, at: formatInstant(at), text: isOpen ? objection.text : null },
    answer:
      answer !== null && decision !== null && answeredAt !== null
        ? { decision, text: answer, at: formatInstant(answeredAt) }
        : null,
    appeal: appealedAt && {
      at: formatInstant(appealedAt),
      text: isOpen ? objection.appealText : null,
      answer:
        appealAnswer !== null && appealDecision !== null && appealAnsweredAt !== null
          ? { decision: appealDecision, text: appealAnswer, at: formatInstant(appealAnsweredAt) }
          : null,
    },
    appealUntil:
      isOwn && answeredAt !== null && isAppealable(objection, appealDays, now)
        ? formatInstant(new Date(answeredAt.getTime() + appealDays * day))
        : null,
  }
}

function presentEnd(pledge: PledgeRow, { facts, rules }: Shown, now: Date): Pick<Pledge, 'notice' | 'obstacles'> {
  const { noticeFrom, survey, terms, state } = pledge
  const openObjections = facts.openObjections + facts.openAppeals
  const { milestones } = terms
  return {
    notice:
      noticeFrom === null || state !== 'in_notice'
        ? null
        : { from: formatInstant(noticeFrom), overOn: dateOfDay(noticeOverOn(noticeFrom, rules)) },
    obstacles:
      state === 'struck_off' ? [] : obstaclesOf({ milestones, noticeFrom, openObjections, survey }, rules, now),
  }
}
