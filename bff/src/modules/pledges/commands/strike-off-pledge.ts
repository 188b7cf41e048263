import type { Received } from '@xinban/shared/contracts'
import {
  obstaclesOf,
  obstacleWords,
  strikeOffRuling,
  workObstacles,
  type StrikeOffObstacle,
} from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField, wrongState } from '../../../errors'
import type { PledgeTarget } from '../lists/move-list'
import type { PledgeRow } from '../pledge.entity'
import { movePledge, type Granted } from './move-pledge'

const sayAll = (obstacles: readonly StrikeOffObstacle[]) => obstacles.map((each) => obstacleWords[each]).join('；')

/** The org reports everything done; from now the public notice runs. Throws as `movePledge` does. */
export function requestStrikeOff(
  ctx: Ctx,
  target: PledgeTarget,
  { note }: Received<'pledges.request-strike-off', 'body'>,
) {
  return movePledge(ctx, target, 'request-strike-off', ({ pledge }) => {
    const obstacles = workObstacles(pledge.terms.milestones)
    if (obstacles.length > 0) throw wrongState(sayAll(obstacles))
    return { change: { noticeFrom: ctx.now, staleAt: null }, words: { note } }
  })
}

/**
 * Strikes a pledge off (销号): by the street when nothing stands in the way; where the survey alone does, by the district
 * with a public statement. Throws as `movePledge` does, wrong_state naming all obstacles, and invalid.
 */
export function strikeOff(ctx: Ctx, target: PledgeTarget, { note, statement }: Received<'pledges.strike-off', 'body'>) {
  return movePledge(ctx, target, 'strike-off', (granted) => {
    const { pledge, standing, rules } = granted
    const { facts } = granted
    const openObjections = facts.openObjections + facts.openAppeals
    const { terms, noticeFrom, survey } = pledge
    const obstacles = obstaclesOf({ milestones: terms.milestones, noticeFrom, openObjections, survey }, rules, ctx.now)
    const ruling = strikeOffRuling(obstacles)
    const needsDistrict = ruling === 'district_with_statement'
    if (ruling === 'refused' || (needsDistrict && !('appeal' in standing))) throw wrongState(sayAll(obstacles))
    if (needsDistrict && !statement) {
      throw invalidField('statement', 'missing', '满意度测评没有达到要求，请写明为什么仍然销号，说明会公开')
    }
    const used = (needsDistrict ? standing.appeal : granted.used) ?? null
    return {
      change: { struckOffAt: ctx.now, struckOffByCode: used?.orgCode ?? null, statement: statement || null },
      data: { survey },
      words: { note: needsDistrict ? statement : note },
    }
  })
}

/** What is undone when a pledge goes back to be delivered. */
export const sentBack: Partial<PledgeRow> = {
  ...{ noticeFrom: null, struckOffAt: null, struckOffByCode: null, statement: null },
  ...{ gradeScore: null, gradeNote: null, gradedAt: null },
}

/** The street sends it back, with what is still to be done. Throws as `movePledge` does. */
export function sendBack(ctx: Ctx, target: PledgeTarget, { note }: Received<'pledges.send-back', 'body'>) {
  return movePledge(ctx, target, 'send-back', ({ pledge, standing }: Granted) => {
    if (pledge.state === 'struck_off' && !('appeal' in standing)) {
      throw wrongState('已经销号，要重新办请先由区里定')
    }
    return { change: sentBack, words: { note } }
  })
}

/** The street grades what was done, 0–100, once. Throws as `movePledge` does. */
export function gradePledge(ctx: Ctx, target: PledgeTarget, { score, note }: Received<'pledges.grade', 'body'>) {
  return movePledge(ctx, target, 'grade', ({ pledge }) => {
    if (pledge.gradedAt !== null) throw wrongState('这件实事已经评过单了')
    return { change: { gradeScore: score, gradeNote: note, gradedAt: ctx.now }, data: { score }, words: { note } }
  })
}
