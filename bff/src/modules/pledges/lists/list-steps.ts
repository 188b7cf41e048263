import type { Received } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { invalidField, wrongState } from '../../../errors'
import { findPledgesOf } from '../pledge.repository'
import { moveList, type PledgeTarget } from './move-list'

/** The collecting of needs is over: the candidates are put before the residents. */
export const deliberate = (ctx: Ctx, target: PledgeTarget) => moveList(ctx, target, 'deliberate', () => ({}))

/** The street consents to another number than ten, and says why. */
export const consentNumber = (
  ctx: Ctx,
  target: PledgeTarget,
  { number, note }: Received<'pledge-lists.consent-number', 'body'>,
) =>
  moveList(ctx, target, 'consent-number', () => ({
    change: { consentNumber: number, consentNote: note, consentAt: ctx.now },
    data: { number },
    words: { note },
  }))

/** The work begins. */
export const startList = (ctx: Ctx, target: PledgeTarget) => moveList(ctx, target, 'start', () => ({}))

/** The work is over: residents and street evaluate. */
export const evaluateList = (ctx: Ctx, target: PledgeTarget) => moveList(ctx, target, 'evaluate', () => ({}))

/** The street grades the year's list, once. */
export const gradeList = (ctx: Ctx, target: PledgeTarget, { score, note }: Received<'pledge-lists.grade', 'body'>) =>
  moveList(ctx, target, 'grade', ({ gradedAt }) => {
    if (gradedAt !== null) throw wrongState('这份清单已经评过了，一年评一次')
    return { change: { gradeScore: score, gradeNote: note, gradedAt: ctx.now }, data: { score }, words: { note } }
  })

/** The street closes the year; with something unfinished it says in public what becomes of it. */
export const closeList = (ctx: Ctx, target: PledgeTarget, { note = '' }: Received<'pledge-lists.close', 'body'>) =>
  moveList(ctx, target, 'close', async (list, em) => {
    if (list.gradedAt === null) throw wrongState('请先给全年清单评单，再收官')
    const left = (await findPledgesOf(em, [list.id])).filter(({ state }) => state !== 'struck_off').length
    if (left > 0 && note === '') {
      throw invalidField('note', 'missing', `还有 ${left} 件没有销号，请向居民说明怎么接着办`)
    }
    return { change: { closingNote: note === '' ? null : note }, words: { note } }
  })
