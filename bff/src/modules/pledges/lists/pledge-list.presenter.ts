import type { Answer, Candidate, PledgeList, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { PublicCtx } from '../../../context'
import { selectRows } from '../../../db/rows'
import { marks } from '../../../db/sql'
import { notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { findOrg, findOrgs, orgRef, type Org } from '../../orgs'
import { loadShown, summaryOf } from '../pledge-summary.presenter'
import { allowedListActions, writerOf } from '../pledge.policy'
import { findPledgesOf } from '../pledge.repository'
import { RosterRow, type CandidateRow, type PledgeListRow } from './pledge-list.entity'
import { countNeeds, countVoted, findCandidates, findList, findWritten, listLists } from './pledge-list.repository'
import { isVoteOpen, isVoteOver } from './vote'

/** Lists of an org and everything below it. Throws malformed_request. */
export async function presentLists(
  ctx: PublicCtx,
  { org: code, year, limit, cursor }: Received<'pledge-lists.list', 'query'>,
): Promise<Answer<'pledge-lists.list'>> {
  const { reader } = ctx.services.db
  const org = code === undefined ? undefined : await findOrg(reader, code)
  if (code !== undefined && !org) return { items: [], nextCursor: null }
  const of = org ? ({ column: columnOf(org), code: org.code } as const) : null
  const rows = await listLists(reader, { of, year, before: decodeCursor(cursor), limit: limit + 1 })
  const present = await listPresenter(ctx, rows.slice(0, limit))
  return pageOf(rows, limit, ({ id }) => id, present)
}

const columnOf = ({ level }: Org) =>
  level === 'district' ? 'district_code' : level === 'street' ? 'street_code' : ('org_code' as const)

/** One list. Throws not_found. */
export async function presentList(ctx: PublicCtx, id: string): Promise<PledgeList> {
  const list = await findList(ctx.services.db.reader, id)
  if (!list) throw notFound('这份清单')
  return (await listPresenter(ctx, [list]))(list)
}

/** What is shown beside lists, read for all of them together. */
async function listPresenter(
  ctx: PublicCtx,
  lists: readonly PledgeListRow[],
): Promise<(list: PledgeListRow) => PledgeList> {
  const { reader } = ctx.services.db
  const ids = lists.map(({ id }) => id)
  const orgs = await findOrgs(
    reader,
    lists.map(({ orgCode }) => orgCode),
  )
  const pledges = await findPledgesOf(reader, ids)
  const shownOf = await loadShown(ctx, pledges)
  const candidates = await findCandidates(reader, ids)
  const needs = await countNeeds(
    reader,
    candidates.map(({ id }) => id),
  )
  const roster = await findOwnPlaces(ctx, ids)
  const written = await findWritten(reader, ctx.actor, ids)
  const uncounted = lists.filter((list) => list.votedCount === null && isVoteOver(list, ctx.now))
  const voted = await countVoted(
    reader,
    uncounted.map(({ id }) => id),
  )
  return (list) => {
    const org = orgs.get(list.orgCode)
    if (!org) throw new Error(`no org ${list.orgCode}`)
    const isOver = isVoteOver(list, ctx.now)
    const { id, year, state, isDemo, version, closingNote } = list
    return {
      ...{ id, year, state, isDemo, version, closingNote, org: orgRef(org) },
      candidates: candidates
        .filter(({ listId }) => listId === id)
        .map((candidate) => presentCandidate(candidate, needs, isOver)),
      vote: presentVote(list, ctx.now, { place: roster.get(id), voted: list.votedCount ?? voted.get(id) ?? 0 }),
      ...presentJudgement(list),
      pledges: pledges.filter(({ listId }) => listId === id).map((pledge) => summaryOf(ctx, pledge, shownOf(pledge))),
      ledger: { events: list.eventCount, head: list.headHash },
      allowedActions: listActions(ctx, list, { place: roster.get(id), hasWritten: written.has(id) }),
    }
  }
}

async function findOwnPlaces({ services, actor }: PublicCtx, ids: readonly string[]): Promise<Map<string, RosterRow>> {
  if (!actor || ids.length === 0) return new Map()
  const where = `WHERE person_id = ? AND list_id IN (${marks(ids)})`
  const rows = await selectRows(services.db.reader, RosterRow, where, [actor.personId, ...ids])
  return new Map(rows.map((row) => [row.listId, row]))
}

const presentCandidate = (
  { id, number, title, summary, category, votes }: CandidateRow,
  needs: ReadonlyMap<string, number>,
  isOver: boolean,
): Candidate => ({ id, number, title, summary, category, needs: needs.get(id) ?? 0, votes: isOver ? votes : null })

function presentVote(
  list: PledgeListRow,
  now: Date,
  { place, voted }: { place: RosterRow | undefined; voted: number },
): PledgeList['vote'] {
  const { voteOpensAt, voteClosesAt, maxChoices, rosterCount } = list
  if (voteOpensAt === null || voteClosesAt === null) return null
  return {
    ...{ opensAt: formatInstant(voteOpensAt), closesAt: formatInstant(voteClosesAt), isOpen: isVoteOpen(list, now) },
    ...{ maxChoices, roster: rosterCount, voted: isVoteOver(list, now) ? voted : null },
    ...{ hasVoted: place?.hasVoted ?? false, isOnRoster: place !== undefined },
  }
}

function presentJudgement(list: PledgeListRow): Pick<PledgeList, 'consent' | 'publishedAt' | 'grade'> {
  const { consentNumber, consentNote, consentAt, publishedAt, gradeScore, gradeNote, gradedAt } = list
  return {
    consent:
      consentNumber === null || consentAt === null
        ? null
        : { number: consentNumber, note: consentNote ?? '', at: formatInstant(consentAt) },
    publishedAt: publishedAt && formatInstant(publishedAt),
    grade:
      gradeScore === null || gradedAt === null
        ? null
        : { score: gradeScore, note: gradeNote ?? '', at: formatInstant(gradedAt) },
  }
}

function listActions(
  ctx: PublicCtx,
  list: PledgeListRow,
  { place, hasWritten }: { place: RosterRow | undefined; hasWritten: boolean },
): PledgeList['allowedActions'] {
  const { actor, now } = ctx
  const mayVote = place !== undefined && !place.hasVoted && isVoteOpen(list, now)
  const takesCandidates = (list.state === 'collecting' || list.state === 'deliberating') && list.voteOpensAt === null
  return [
    ...(mayVote ? (['vote'] as const) : []),
    ...(takesCandidates && actor && writerOf(actor, list) ? (['add-candidate'] as const) : []),
    ...allowedListActions(actor, list, hasWritten),
  ]
}
