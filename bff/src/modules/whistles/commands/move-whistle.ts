import {
  totalOf,
  differenceOf,
  whistleContribution,
  whistleMove,
  whistleRefusalWords,
  type RefusalDecision,
  type WhistleAction,
  type WhistlePartyState,
  type WhistleStatus,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, invalidField, notFound, versionMismatch, wrongState } from '../../../errors'
import { keepScores } from '../../scores'
import type { WhistleEventData } from '../whistle-event.entity'
import { doneColumns, factsOf, scoredParty, stepsDoneBy, wakeOf } from '../whistle-steps'
import type { WhistlePartyRow, WhistleRow } from '../whistle.entity'
import { grantOf, maySee, refusalWords } from '../whistle.policy'
import { findParties, findWhistle, saveWhistle, type PartyChange } from '../whistle.repository'

/** Which whistle, and the version the caller saw (from If-Match) when they care. */
export interface WhistleTarget {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/** What an action carries beside the move itself. */
export interface WhistleCarried {
  readonly note?: string | undefined
  readonly attachments?: readonly string[] | undefined
  readonly data?: WhistleEventData
  /** The department about which the street or the district acts. */
  readonly departmentCode?: string
  readonly decision?: RefusalDecision
  readonly party?: Partial<WhistlePartyRow>
  /** Looks at the loaded row, and may refuse with an error of its own. */
  readonly check?: (whistle: WhistleRow) => WhistleEventData
}

/**
 * The one way a whistle moves: load, authorize on the loaded rows, ask the flow, then write whistle, departments, event,
 * outbox row and scores in one unit of work. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race.
 * @returns the whistle's id
 */
export function moveWhistle(
  ctx: Ctx,
  target: WhistleTarget,
  action: WhistleAction,
  carried: WhistleCarried = {},
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const whistle = await findWhistle(em, target.id)
    const parties = whistle ? await findParties(em, [whistle.id]) : []
    if (!whistle || !maySee(ctx.actor, whistle, parties)) throw notFound('这个哨')
    const grant = grantOf(ctx.actor, whistle, parties, action)
    if (!grant) throw forbidden(refusalWords(action))
    if (target.expectedVersion !== undefined && target.expectedVersion !== whistle.version) throw versionMismatch()
    const about = departmentOf(parties, carried.departmentCode ?? (grant.as === 'street' ? null : grant.used.orgCode))
    if (carried.departmentCode !== undefined && !about) {
      throw invalidField('departmentCode', 'unknown', '这个哨没有吹这个部门，请重新选择')
    }
    const facts = parties.map(factsOf)
    const own = about && facts[parties.indexOf(about)]
    const move = whistleMove(whistle.status, action, facts, own, carried.decision)
    if (!move.ok) throw wrongState(whistleRefusalWords[move.reason])
    const data = { ...carried.data, ...carried.check?.(whistle) }
    const after = { ...whistle, ...whistleChange(ctx, action, move.to) }
    const changes = partyChanges(ctx, after, parties, { action, about, carried, state: move.party })
    const leadCode = changes.find((party) => party.after.isLead)?.after.departmentCode ?? whistle.leadCode
    await saveWhistle(em, ctx, whistle, { ...whistleChange(ctx, action, move.to), leadCode }, changes, {
      ...{ action, to: move.to, used: grant.used, departmentCode: about?.departmentCode ?? null },
      ...{ data, note: carried.note, attachments: carried.attachments },
    })
    await scoreParties(em, ctx.now, whistle, after, changes)
    return whistle.id
  })
}

const departmentOf = (parties: readonly WhistlePartyRow[], code: string | null) =>
  code === null ? undefined : parties.find(({ departmentCode }) => departmentCode === code)

function whistleChange({ now }: Ctx, action: WhistleAction, to: WhistleStatus): Partial<WhistleRow> {
  const isOpen = to === 'blown' || to === 'working' || to === 'finished'
  return {
    ...{ status: to, isOpen },
    ...(action === 'close' && { closedAt: now }),
    ...(action === 'send-back' && { isSentBack: true }),
  }
}

interface Step {
  readonly action: WhistleAction
  readonly about: WhistlePartyRow | undefined
  readonly carried: WhistleCarried
  readonly state: WhistlePartyState | null
}

/** Every department as the action leaves it; those that it does not touch are left out. */
function partyChanges(ctx: Ctx, after: WhistleRow, parties: readonly WhistlePartyRow[], step: Step): PartyChange[] {
  const heirCode = heirOf(parties, step)
  return parties.flatMap((before): PartyChange[] => {
    const moved: WhistlePartyRow = {
      ...before,
      ...(before === step.about && ownChange(ctx, before, step)),
      ...(heirCode !== undefined && { isLead: before.departmentCode === heirCode }),
      isOpen: after.isOpen,
    }
    const settled = { ...moved, wakeAt: wakeOf(moved, after.status) }
    return isSame(before, settled) ? [] : [{ before, after: settled }]
  })
}

const isSame = (before: WhistlePartyRow, after: WhistlePartyRow) => JSON.stringify(before) === JSON.stringify(after)

/** A lead that is let off hands over to the next department that is not. */
function heirOf(parties: readonly WhistlePartyRow[], { about, state }: Step): string | undefined {
  if (!about?.isLead || state !== 'excused') return undefined
  return parties.find((party) => party !== about && party.state !== 'excused')?.departmentCode
}

function ownChange({ now }: Ctx, before: WhistlePartyRow, { action, carried, state }: Step): Partial<WhistlePartyRow> {
  const moved = { ...(state !== null && { state }), ...carried.party }
  const isOverruled = carried.decision === 'overrule' && before.refusedFrom === 'called'
  return {
    ...moved,
    ...doneColumns(before, stepsDoneBy(action), now),
    ...(action === 'refuse' && { refusedFrom: before.state }),
    ...(action === 'resolve-refusal' && { isOverruled }),
  }
}

/** Brings the counters of departments from what they were to what they are, in the transaction that changes them. */
async function scoreParties(
  em: EntityManager,
  now: Date,
  before: WhistleRow,
  after: WhistleRow,
  changes: readonly PartyChange[],
): Promise<void> {
  const differences = changes.map((party) =>
    differenceOf(
      whistleContribution(scoredParty(before, party.before)),
      whistleContribution(scoredParty(after, party.after)),
    ),
  )
  const { districtCode, id } = after
  await keepScores(em, { districtCode, orderId: id, now }, totalOf(differences))
}
