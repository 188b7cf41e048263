import type { Received } from '@xinban/shared/contracts'
import { nextState, objectionFlow } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow, updateRows } from '../../../db/rows'
import { forbidden, lostRace, notFound, wrongState } from '../../../errors'
import { requireConsent } from '../../consents'
import { findPledgeEvents } from '../chain/append-event'
import type { PledgeTarget } from '../lists/move-list'
import { ObjectionRow } from '../pledge.entity'
import { findObjections, isAppealable } from '../pledge.repository'
import { movePledge, type Carried, type Granted } from './move-pledge'
import { sentBack } from './strike-off-pledge'

/**
 * A verified resident objects during the notice, or appeals once against the answer. What they wrote is not public.
 * Throws as `movePledge` does, consent_needed, and wrong_state while the same person's objection waits.
 */
export function objectPledge(
  ctx: Ctx,
  target: PledgeTarget,
  { text, objectionId }: Received<'pledges.object', 'body'>,
) {
  return movePledge(ctx, target, 'object', async (granted) => {
    const { em, pledge } = granted
    await requireConsent(em, ctx.actor.personId)
    const words = { words: { note: text }, isPublic: false }
    if (objectionId !== undefined) return { ...(await appeal(ctx, granted, objectionId, text)), ...words }
    if (pledge.state !== 'in_notice') throw wrongState('异议在公示期间提；现在有话说，可以留言')
    const mine = (await findObjections(em, pledge.id)).filter(({ personId }) => personId === ctx.actor.personId)
    if (mine.some(({ state }) => state === 'open' || state === 'appealed')) {
      throw wrongState('你提过的异议还没有答复，请等答复后再提')
    }
    const id = newId(ctx.now)
    await insertRow(em, ObjectionRow, {
      ...{ id, pledgeId: pledge.id, personId: ctx.actor.personId, state: 'open', at: ctx.now, text },
      ...{ summary: null, decision: null, answer: null, answeredAt: null, appealText: null, appealedAt: null },
      ...{ appealDecision: null, appealAnswer: null, appealAnsweredAt: null },
    })
    return { data: { objectionId: id }, message: { objectionId: id }, ...words }
  })
}

async function appeal(ctx: Ctx, { em, pledge, rules }: Granted, id: string, text: string): Promise<Carried> {
  const objection = await expectObjection(em, pledge.id, id)
  if (objection.personId !== ctx.actor.personId) throw notFound('这条异议')
  const to = nextState(objectionFlow, objection.state, 'appeal')
  if (!to || !isAppealable(objection, rules.appealDays, ctx.now)) {
    throw wrongState(`对答复不满意，可以在 ${rules.appealDays} 天内向区里申诉一次；现在不能申诉了`)
  }
  await saveObjection(em, objection, { state: to, appealText: text, appealedAt: ctx.now })
  return { data: { objectionId: id, decision: 'appeal' }, topic: 'pledge.appealed', message: { objectionId: id } }
}

/**
 * Answers an objection in public: the street an open one, the district an appeal. One that is upheld sends the pledge
 * back. Throws as `movePledge` does.
 */
export function resolveObjection(ctx: Ctx, target: PledgeTarget, body: Received<'pledges.resolve-objection', 'body'>) {
  const { objectionId, decision, summary, answer } = body
  return movePledge(ctx, target, 'resolve-objection', async ({ em, pledge, standing }) => {
    const objection = await expectObjection(em, pledge.id, objectionId)
    const isAppeal = objection.state === 'appealed'
    const to = nextState(
      objectionFlow,
      objection.state,
      isAppeal ? 'decide' : 'answer',
      isAppeal ? undefined : decision,
    )
    if (!to) throw wrongState('这条异议已经答复过了')
    if (!((isAppeal ? 'appeal' : 'street') in standing)) {
      throw forbidden(isAppeal ? '申诉由区里来答复' : '异议先由街道（镇）来答复')
    }
    if (isAppeal && (await hasAnswered(em, ctx, pledge.id, objectionId))) {
      throw forbidden('这条异议是你答复的，申诉要由别的同事来复核')
    }
    await saveObjection(em, objection, {
      ...{ state: to, summary },
      ...(isAppeal
        ? { appealDecision: decision, appealAnswer: answer, appealAnsweredAt: ctx.now }
        : { decision, answer, answeredAt: ctx.now }),
    })
    const isUndone = decision === 'uphold' && pledge.state !== 'delivering'
    return {
      ...(isUndone && { change: sentBack, to: 'delivering' as const }),
      ...{ data: { objectionId, decision }, words: { note: answer }, message: { objectionId } },
    }
  })
}

async function expectObjection(em: EntityManager, pledgeId: string, id: string): Promise<ObjectionRow> {
  const objection = (await findObjections(em, pledgeId)).find((each) => each.id === id)
  if (!objection) throw notFound('这条异议')
  return objection
}

async function saveObjection(em: EntityManager, { id, state }: ObjectionRow, set: Partial<ObjectionRow>) {
  if ((await updateRows(em, ObjectionRow, set, 'id = ? AND state = ?', [id, state])) === 0) throw lostRace()
}

/** Nobody decides an appeal against their own answer: that matters where the district answers in the first place. */
async function hasAnswered(em: EntityManager, { actor }: Ctx, pledgeId: string, objectionId: string): Promise<boolean> {
  const events = await findPledgeEvents(em, pledgeId)
  return events.some(
    ({ action, actorId, data }) =>
      action === 'resolve-objection' && actorId === actor.personId && data.objectionId === objectionId,
  )
}
