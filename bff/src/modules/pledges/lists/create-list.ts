import type { Received } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow } from '../../../db/rows'
import { alreadyExists, forbidden, invalidField, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg, type Org } from '../../orgs'
import { appendEvent } from '../chain/append-event'
import { writerOf, type Territory } from '../pledge.policy'
import type { PledgeTarget } from './move-list'
import { CandidateRow, PledgeListRow } from './pledge-list.entity'
import { findCandidates, findList, saveList } from './pledge-list.repository'

const listLevels = ['community', 'street', 'district']

/** Whose a list of this org is. */
function territoryOf({ code, level, parentCode, districtCode }: Org): Territory {
  const streetCode = level === 'community' ? parentCode : level === 'street' ? code : null
  return { orgCode: code, districtCode, streetCode, communityCode: level === 'community' ? code : null }
}

/** Begins the list of an org and year. Throws invalid, forbidden, already_exists. @returns its id */
export async function createList(
  ctx: Ctx,
  { orgCode, year }: Received<'pledge-lists.create', 'body'>,
  { isDemo = false }: { isDemo?: boolean } = {},
): Promise<string> {
  try {
    return await ctx.services.db.unitOfWork(async (em) => {
      const org = await findOrg(em, orgCode)
      if (!org || !listLevels.includes(org.level)) {
        throw invalidField('orgCode', 'unknown', '实事清单由社区、街道（镇）或区来立，请重新选择')
      }
      const territory = territoryOf(org)
      const used = writerOf(ctx.actor, territory)
      if (!used) throw forbidden('清单由所属的社区（或街道、区）工作人员来立')
      const id = newId(ctx.now)
      await insertRow(em, PledgeListRow, {
        ...{ id, ...territory, year, state: 'collecting', isDemo, maxChoices: 0, rosterCount: 0, votedCount: null },
        ...{ voteOpensAt: null, voteClosesAt: null, consentNumber: null, consentNote: null, consentAt: null },
        ...{ publishedAt: null, gradeScore: null, gradeNote: null, gradedAt: null, closingNote: null },
        ...{ eventCount: 0, headHash: null, version: 1, createdAt: ctx.now },
      })
      await appendEvent(em, ctx, id, { action: 'create', used, data: { number: year } })
      await writeOutbox(em, 'pledge-list.created', { listId: id }, ctx.now)
      return id
    })
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists(`${year} 年的清单已经有了，请直接打开它`)
    throw error
  }
}

/** Adds a candidate to a list. Throws not_found, forbidden, version_mismatch, wrong_state. @returns the list's id */
export function addCandidate(
  ctx: Ctx,
  { id, expectedVersion }: PledgeTarget,
  body: Received<'pledge-lists.add-candidate', 'body'>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const list = await findList(em, id)
    if (!list) throw notFound('这份清单')
    const used = writerOf(ctx.actor, list)
    if (!used) throw forbidden('候选事项由清单所属的社区（或街道、区）来提')
    if (expectedVersion !== undefined && expectedVersion !== list.version) throw versionMismatch()
    await insertCandidate(em, ctx, { list, used }, body)
    return id
  })
}

/**
 * Puts a candidate on a list, for whoever works for its org or above it, as long as no vote was opened.
 * Throws wrong_state, lost_race. @returns the candidate's id
 */
export async function insertCandidate(
  em: EntityManager,
  ctx: Ctx,
  { list, used }: { list: PledgeListRow; used: ActorMembership },
  { title, summary, category }: Received<'pledge-lists.add-candidate', 'body'>,
): Promise<string> {
  const isOpen = list.state === 'collecting' || list.state === 'deliberating'
  if (!isOpen || list.voteOpensAt !== null) throw wrongState('票决已经开始，不能再加候选事项')
  const last = (await findCandidates(em, [list.id])).at(-1)
  const candidateId = newId(ctx.now)
  const number = (last?.number ?? 0) + 1
  // Two at once would take the same number: the list says which of them was first.
  await saveList(em, list, {})
  await insertRow(em, CandidateRow, { id: candidateId, listId: list.id, number, title, summary, category, votes: 0 })
  const words = { note: title }
  await appendEvent(em, ctx, list.id, { action: 'add-candidate', used, data: { candidateId, number }, words })
  return candidateId
}
