import { complexRefusal, orderFlow, type OrderAction, type OrderParty } from '@xinban/shared/domain'
import type { Actor, Ctx } from '../context'
import {
  acceptOrder,
  approveOrder,
  callbackOrder,
  complexCandidate,
  claimOrder,
  declineOrder,
  dispatchOrder,
  disputeOrder,
  fulfilOrder,
  gradeOrder,
  inviteUnit,
  joinClaim,
  mergeOrder,
  offerToUnits,
  progressOrder,
  rateFollowUp,
  rateOrder,
  recordFirstContact,
  rectifyOrder,
  releaseOrder,
  requestExtension,
  resolveDecline,
  resolveDispute,
  resolveEscalation,
  resolveExtension,
  reworkOrder,
  secondOrder,
  unlistOrder,
  unmergeOrder,
  urgeOrder,
  withdrawOrder,
  type OrderRow,
} from '../modules/orders'
import { chooseDeclineDecision, chooseEscalationDecision, chooseStars, type Temper } from './choices'
import type { Random } from './random'
import type { Place } from './sim-actors'

/** An order on which something is about to happen. */
export interface Scene {
  readonly order: OrderRow
  readonly place: Place
  readonly owner: Actor | null
  readonly temper: Temper
  readonly random: Random
  /** Another order in hand of the same community. */
  readonly into: string | undefined
}

/** By whom an action is taken; undefined where nobody of the simulation can. */
export function actorFor(
  action: OrderAction,
  { order, place, owner, claimer }: Pick<Scene, 'order' | 'place' | 'owner'> & { readonly claimer: string | undefined },
): Actor | undefined {
  // The next neighbour: nobody says twice that they need the same.
  if (action === 'second') return place.residents.filter((resident) => resident !== owner)[order.secondCount]
  const unit = (code: string | null | undefined) => (code ? place.units.get(code) : undefined)
  const claimant = order.claimedAt === null ? undefined : unit(order.assigneeOrgCode)
  const invited = unit(order.partners?.find(({ hasJoined }) => !hasJoined)?.code)
  const actors: Partial<Record<OrderParty, Actor | undefined>> = {
    ...(owner ? { owner } : { telephone: place.street }),
    ...{ unit: unit(claimer), claimant, invited },
    ...{
      community: place.community,
      handler: claimant ?? place.community,
      supervisor: place.community,
      approver: place.street,
    },
    ...{ street: place.street, district: place.district },
  }
  const party = orderFlow.actions[action].by.find((by) => actors[by] !== undefined)
  return party && actors[party]
}

/** A unit of the place that does not have it yet, to be asked to join in. */
const partnerFor = ({ place, order }: Scene): string | undefined =>
  [...place.units.keys()].find(
    (code) => code !== order.assigneeOrgCode && !(order.partners ?? []).some((partner) => partner.code === code),
  )

const note = '模拟'
const parts = { timeliness: 31, quality: 41, evidence: 16, communication: 16 } as const

/** Takes the action by its real command, with what the story makes up. */
export function takeStep(ctx: Ctx, action: OrderAction, scene: Scene): Promise<unknown> {
  const { order, place, temper, random, into } = scene
  const target = { id: order.id }
  const other = () => random.pick(place.others.filter((code) => code !== order.communityCode))
  const below = (limit: number) => Math.floor(random.next() * limit)
  const rating = () => ({ stars: chooseStars(random, temper), reasons: [] })
  const commands: Record<OrderAction, () => Promise<unknown>> = {
    accept: () => {
      const isComplex = complexRefusal(complexCandidate(order), ctx.now) === null && random.chance(0.1)
      return acceptOrder(ctx, target, isComplex ? { complexReason: note } : {})
    },
    decline: () => declineOrder(ctx, target, { reason: 'not_our_duty', note }),
    'resolve-decline': () => {
      const decision = chooseDeclineDecision(random, temper)
      return resolveDecline(ctx, target, { decision, note, ...(decision === 'redirect' && { toCode: other() }) })
    },
    dispatch: () => dispatchOrder(ctx, target, { toCode: place.unitCode }),
    progress: () => progressOrder(ctx, target, { note }),
    fulfil: () => fulfilOrder(ctx, target, { note }),
    withdraw: () => withdrawOrder(ctx, target, {}),
    rate: () => rateOrder(ctx, target, rating()),
    grade: () => {
      const [timeliness, quality] = [below(parts.timeliness), below(parts.quality)]
      const [evidence, communication] = [below(parts.evidence), below(parts.communication)]
      return gradeOrder(ctx, target, { scores: { timeliness, quality, evidence, communication } })
    },
    rework: () => reworkOrder(ctx, target, { note }),
    approve: () => approveOrder(ctx, target, order.offeredAt ? { title: note, category: 'other' } : {}),
    second: () => secondOrder(ctx, order.id),
    merge: () => mergeOrder(ctx, target, { intoId: into ?? '' }),
    unmerge: () => unmergeOrder(ctx, target, {}),
    callback: () => callbackOrder(ctx, target, { isReached: random.chance(0.8), note }),
    rectify: () => rectifyOrder(ctx, target, { note }),
    'follow-up-rating': () => rateFollowUp(ctx, target, rating()),
    'request-extension': () => requestExtension(ctx, target, { days: 1 + below(15), note }),
    'resolve-extension': () =>
      resolveExtension(ctx, target, { decision: random.chance(0.6) ? 'grant' : 'refuse', note }),
    urge: () => urgeOrder(ctx, target, {}),
    dispute: () => disputeOrder(ctx, target, { note }),
    'resolve-dispute': () => resolveDispute(ctx, target, { decision: random.chance(0.5) ? 'uphold' : 'reject', note }),
    'offer-to-units': () => offerToUnits(ctx, target, { title: note, category: 'other' }),
    unlist: () => unlistOrder(ctx, target, { note }),
    claim: () => claimOrder(ctx, target, {}),
    'first-contact': () => recordFirstContact(ctx, target, {}),
    release: () => releaseOrder(ctx, target, { note }),
    'invite-unit': () => inviteUnit(ctx, target, { unitCode: partnerFor(scene) ?? '' }),
    join: () => joinClaim(ctx, target),
    lapse: () => Promise.reject(new Error('nobody takes it')),
    'call-volunteers': () => Promise.reject(new Error('made-up histories have no volunteers')),
    'resolve-escalation': () => {
      const decision = chooseEscalationDecision(random, order.status)
      const isElsewhere = decision === 'assign' && random.chance(0.5)
      return resolveEscalation(ctx, target, { decision, note, ...(isElsewhere && { toCode: other() }) })
    },
  }
  return commands[action]()
}
