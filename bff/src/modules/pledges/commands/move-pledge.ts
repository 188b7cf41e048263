import {
  pledgeActionWords,
  pledgeAfter,
  type PledgeAction,
  type PledgeRules,
  type PledgeState,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { appendEvent, type ChainWords } from '../chain/append-event'
import type { ChainData } from '../chain/pledge-event.entity'
import type { PledgeTarget } from '../lists/move-list'
import { nextWake } from '../pledge-watch'
import type { PledgeRow } from '../pledge.entity'
import { grantOf, pledgeRefusalWords, standingOf, type PledgeFacts, type Standing } from '../pledge.policy'
import { findPledge, loadPledgeFacts, savePledge } from '../pledge.repository'
import { pledgeRulesOf } from '../rules/pledge-rules.repository'

/** What a command works with, once the action is granted on the loaded row. */
export interface Granted {
  readonly pledge: PledgeRow
  readonly used: ActorMembership | null
  readonly standing: Standing
  readonly facts: PledgeFacts
  readonly rules: PledgeRules
  readonly em: EntityManager
}

/** What an action carries beside the move itself. */
export interface Carried {
  readonly data?: ChainData
  readonly words?: ChainWords
  /** False for what a resident wrote. */
  readonly isPublic?: boolean
  readonly attachments?: readonly string[] | undefined
  readonly change?: Partial<PledgeRow>
  /** Another state than the flow's own target, where a decision leads on. */
  readonly to?: PledgeState
  /** What the world hears of it; by default the action's own topic. */
  readonly topic?: string
  /** What the message says beside the pledge. */
  readonly message?: Record<string, unknown>
}

/** What the world hears of each action. */
const topics: Record<PledgeAction, string> = {
  progress: 'pledge.progressed',
  'complete-milestone': 'pledge.milestone-completed',
  amend: 'pledge.amended',
  'request-strike-off': 'pledge.strike-off-requested',
  'strike-off': 'pledge.struck-off',
  'send-back': 'pledge.sent-back',
  comment: 'pledge.commented',
  rate: 'pledge.rated',
  grade: 'pledge.graded',
  object: 'pledge.objected',
  'resolve-objection': 'pledge.objection-resolved',
}

/**
 * Loads a pledge and grants an action on it. Throws not_found, forbidden, version_mismatch, wrong_state.
 */
export async function grantPledge(
  em: EntityManager,
  ctx: Ctx,
  { id, expectedVersion }: PledgeTarget,
  action: PledgeAction,
): Promise<Granted & { readonly to: PledgeState }> {
  const pledge = await findPledge(em, id)
  if (!pledge) throw notFound('这件实事')
  const facts = (await loadPledgeFacts(em, ctx.actor, [pledge], ctx.now))(pledge)
  const standing = standingOf(ctx.actor, pledge, facts)
  const used = grantOf(standing, action)
  if (used === undefined) throw forbidden(pledgeRefusalWords(action))
  if (expectedVersion !== undefined && expectedVersion !== pledge.version) throw versionMismatch()
  const to = pledgeAfter(pledge.state, action)
  if (!to) throw wrongState(`这件实事现在不能“${pledgeActionWords[action]}”，请刷新后查看`)
  const { rules } = await pledgeRulesOf(em, pledge.districtCode)
  return { pledge, used, standing, facts, rules, em, to }
}

/**
 * The one way a pledge moves: load, authorize on the loaded row, ask the flow, then write pledge, event and outbox row in
 * one unit of work. Throws as `grantPledge` does, and lost_race.
 * @param carry what the action adds; it may refuse with an error of its own
 * @returns the pledge's id
 */
export function movePledge(
  ctx: Ctx,
  target: PledgeTarget,
  action: PledgeAction,
  carry: (granted: Granted) => Carried | Promise<Carried>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const granted = await grantPledge(em, ctx, target, action)
    const { pledge, used, rules } = granted
    const carried = await carry(granted)
    const { data = {}, words, isPublic = true, attachments, change = {} } = carried
    const to = carried.to ?? granted.to
    const after = { ...pledge, ...change, state: to }
    await savePledge(em, pledge, { ...change, state: to, wakeAt: nextWake(after, rules) })
    const moved = to === pledge.state ? {} : { to }
    await appendEvent(em, ctx, pledge.listId, {
      ...{ action, pledge, used, data: { ...data, ...moved }, words, isPublic, attachments },
    })
    const message = { pledgeId: pledge.id, personId: ctx.actor.personId, ...carried.message }
    await writeOutbox(em, carried.topic ?? topics[action], message, ctx.now)
    return pledge.id
  })
}
