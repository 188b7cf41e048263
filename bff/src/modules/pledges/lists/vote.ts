import type { Received } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { execute, marks, query } from '../../../db/sql'
import { alreadyExists, forbidden, invalidField, notFound, wrongState } from '../../../errors'
import { findOrg } from '../../orgs'
import { moveList, type PledgeTarget } from './move-list'
import type { PledgeListRow } from './pledge-list.entity'
import { findCandidates, findList } from './pledge-list.repository'

/** Whether votes are taken now; what comes at the very moment of the close is late. */
export const isVoteOpen = ({ state, voteOpensAt, voteClosesAt }: PledgeListRow, now: Date): boolean =>
  state === 'deliberating' && voteOpensAt !== null && voteClosesAt !== null && voteOpensAt <= now && now < voteClosesAt
export const isVoteOver = ({ voteClosesAt }: Pick<PledgeListRow, 'voteClosesAt'>, now: Date): boolean =>
  voteClosesAt !== null && now >= voteClosesAt

/**
 * Opens the vote of a list: everyone who is verified in its territory at this moment may vote, and nobody else later.
 * Throws as `moveList` does, and invalid.
 */
export function openVote(ctx: Ctx, target: PledgeTarget, body: Received<'pledge-lists.open-vote', 'body'>) {
  return moveList(ctx, target, 'open-vote', async (list, em) => {
    if (list.voteOpensAt !== null) throw wrongState('票决已经开始过了，一份清单票决一次')
    const closesAt = new Date(body.closesAt)
    if (closesAt <= ctx.now) throw invalidField('closesAt', 'in_the_past', '结束时间要晚于现在，请重新选择')
    const candidates = await findCandidates(em, [list.id])
    if (candidates.length === 0) throw wrongState('还没有候选事项，请先提出候选事项')
    const org = await findOrg(em, list.orgCode)
    // In the order of the persons, so that the order of the rows says nothing.
    const roster = await execute(
      em,
      `INSERT INTO pledge_vote_roster (list_id, person_id, has_voted)
        SELECT ?, p.id, 0 FROM persons p JOIN orgs o ON o.code = p.community_code
         WHERE o.path LIKE ? AND p.community_confirmed_at IS NOT NULL AND p.phone_hash IS NOT NULL
           AND p.deleted_at IS NULL ORDER BY p.id`,
      [list.id, `${org?.path ?? '/'}%`],
    )
    if (roster === 0) throw wrongState('这里还没有核实过的居民，票决不了。请先到社区核实居民身份')
    const maxChoices = Math.min(body.maxChoices, candidates.length)
    const words = { note: `票决到 ${chinaDate(closesAt)} 为止，每人最多选 ${maxChoices} 项` }
    const change = { voteOpensAt: ctx.now, voteClosesAt: closesAt, maxChoices, rosterCount: roster }
    return { change, words, data: { number: roster } }
  })
}

/**
 * One verified person, one vote. That somebody voted and what was voted are written apart, without a time, an order, an
 * event or an outbox row that would tie them (docs/adr/0020). Throws not_found, wrong_state, invalid, forbidden,
 * already_exists.
 */
export function vote(ctx: Ctx, id: string, { candidateIds }: Received<'pledge-lists.vote', 'body'>) {
  return ctx.services.db.unitOfWork(async (em) => {
    const list = await findList(em, id)
    if (!list) throw notFound('这份清单')
    if (!isVoteOpen(list, ctx.now)) {
      throw wrongState(isVoteOver(list, ctx.now) ? '票决已经结束，谢谢你的关心' : '票决还没有开始，请等社区通知')
    }
    const known = new Set((await findCandidates(em, [id])).map((candidate) => candidate.id))
    const stray = candidateIds.findIndex((each) => !known.has(each))
    if (stray >= 0) throw invalidField(`candidateIds.${stray}`, 'unknown', '有一项不是这次的候选事项，请刷新后重选')
    if (candidateIds.length > list.maxChoices) {
      throw invalidField('candidateIds', 'too_many', `最多选 ${list.maxChoices} 项，请去掉几项`)
    }
    const mine = [id, ctx.actor.personId]
    const where = 'list_id = ? AND person_id = ?'
    const won = await execute(em, `UPDATE pledge_vote_roster SET has_voted = 1 WHERE ${where} AND has_voted = 0`, mine)
    if (won === 0) {
      const onRoster = await query(em, `SELECT person_id FROM pledge_vote_roster WHERE ${where}`, mine)
      if (onRoster.length > 0) throw alreadyExists('你已经投过票了，每人投一次')
      throw forbidden('票决开始时你还不在名单里：名单是当时已核实的本地居民')
    }
    await execute(
      em,
      `UPDATE pledge_candidates SET votes = votes + 1 WHERE id IN (${marks(candidateIds)})`,
      candidateIds,
    )
    return { hasVoted: true as const }
  })
}
