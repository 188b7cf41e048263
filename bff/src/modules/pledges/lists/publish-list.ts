import { randomUUID } from 'node:crypto'
import type { PledgeTerms, Received } from '@xinban/shared/contracts'
import { chinaDate, pledgesOfAList } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { invalid, invalidField, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { appendEvent } from '../chain/append-event'
import { PledgeRow, type StoredTerms } from '../pledge.entity'
import { nextWake } from '../pledge-watch'
import { pledgeRulesOf } from '../rules/pledge-rules.repository'
import { expectUnit, termsIssues } from './check-terms'
import { moveList, type PledgeTarget } from './move-list'
import type { PledgeListRow } from './pledge-list.entity'
import { countVoted, findCandidates } from './pledge-list.repository'
import { isVoteOver } from './vote'

/**
 * Publishes the pledges of a list: exactly ten, or the number that the street consented to. Throws as `moveList` does,
 * wrong_state while the vote goes on, and invalid with everything that is wrong with the terms.
 */
export function publishList(ctx: Ctx, target: PledgeTarget, body: Received<'pledge-lists.publish', 'body'>) {
  return moveList(ctx, target, 'publish', async (list, em, used) => {
    if (list.voteOpensAt !== null && !isVoteOver(list, ctx.now)) {
      throw wrongState('票决还没有结束，结束后再公布清单')
    }
    refuseNumber(list, body.pledges.length)
    const startsOn = chinaDate(ctx.now)
    const candidates = await findCandidates(em, [list.id])
    const issues = termsIssues(body.pledges, startsOn, new Set(candidates.map(({ id }) => id)))
    if (issues.length > 0) throw invalid(issues)
    for (const [index, terms] of body.pledges.entries()) {
      const { districtCode } = list
      await expectUnit(em, terms.responsible, { districtCode, path: `pledges.${index}.responsible` })
      await insertPledge(em, ctx, list, { terms, startsOn, number: index + 1, used })
    }
    const votedCount = list.voteOpensAt === null ? null : ((await countVoted(em, [list.id])).get(list.id) ?? 0)
    return { change: { publishedAt: ctx.now, votedCount }, data: { number: body.pledges.length } }
  })
}

function refuseNumber({ consentNumber }: PledgeListRow, count: number): void {
  if (count === (consentNumber ?? pledgesOfAList)) return
  const message =
    consentNumber === null
      ? `一年公布 ${pledgesOfAList} 件，现在是 ${count} 件；要公布别的件数，请先请街道（镇）同意`
      : `街道（镇）同意的是 ${consentNumber} 件，现在是 ${count} 件`
  throw invalidField('pledges', 'wrong_number', message)
}

function storedTerms(terms: PledgeTerms, startsOn: string): StoredTerms {
  const { measures, deadline, budget, responsible, contact } = terms
  return {
    ...{ measures, deadline, budget, responsible, contact, startsOn },
    indicators: terms.indicators.map((indicator) => ({ id: randomUUID(), ...indicator, value: null })),
    milestones: [...terms.milestones]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
      .map((milestone) => ({ id: randomUUID(), ...milestone, progress: null, completedAt: null, evidence: 0 })),
  }
}

async function insertPledge(
  em: EntityManager,
  ctx: Ctx,
  list: PledgeListRow,
  made: { terms: PledgeTerms; startsOn: string; number: number; used: ActorMembership },
): Promise<void> {
  const { number, used } = made
  const { title, category, candidateId = null } = made.terms
  const { orgCode, districtCode, streetCode, communityCode, year } = list
  const id = newId(ctx.now)
  const terms = storedTerms(made.terms, made.startsOn)
  const { rules } = await pledgeRulesOf(em, districtCode)
  const pledge: PledgeRow = {
    ...{ id, listId: list.id, orgCode, districtCode, streetCode, communityCode, year, number, title, category },
    ...{ state: 'delivering', terms, candidateId, reportedAt: null, noticeFrom: null, struckOffAt: null },
    ...{ struckOffByCode: null, statement: null, survey: null, gradeScore: null, gradeNote: null, gradedAt: null },
    ...{ wakeAt: null, remindedOf: null, staleAt: null, version: 1, createdAt: ctx.now },
  }
  await insertRow(em, PledgeRow, { ...pledge, wakeAt: nextWake(pledge, rules) })
  const words = { note: title, terms: { title, category, ...terms } }
  await appendEvent(em, ctx, list.id, { action: 'publish', pledge: { id, number }, used, words })
  await writeOutbox(em, 'pledge.published', { pledgeId: id, personId: ctx.actor.personId }, ctx.now)
}
