import { listAfter, pledgeListActionWords, type PledgeListAction } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { appendEvent, type ChainWords } from '../chain/append-event'
import type { ChainData } from '../chain/pledge-event.entity'
import { grantOfList } from '../pledge.policy'
import type { PledgeListRow } from './pledge-list.entity'
import { findList, findWritten, saveList } from './pledge-list.repository'

/** Which list or pledge, and the version the caller saw (from If-Match) when they care. */
export interface PledgeTarget {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

interface Carried {
  readonly data?: ChainData
  readonly words?: ChainWords
  readonly change?: Partial<PledgeListRow>
}

/**
 * The one way a list moves: load, authorize on the loaded row, ask the flow, then write list, event and outbox row in
 * one unit of work. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race.
 * @param carry what the action adds; it may refuse with an error of its own
 * @returns the list's id
 */
export function moveList(
  ctx: Ctx,
  target: PledgeTarget,
  action: PledgeListAction,
  carry: (list: PledgeListRow, em: EntityManager, used: ActorMembership) => Carried | Promise<Carried>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const list = await findList(em, target.id)
    if (!list) throw notFound('这份清单')
    const hasWritten = (await findWritten(em, ctx.actor, [list.id])).has(list.id)
    const used = grantOfList(ctx.actor, list, action, hasWritten)
    if (!used) throw forbidden(refusalOf(action, hasWritten))
    if (target.expectedVersion !== undefined && target.expectedVersion !== list.version) throw versionMismatch()
    const to = listAfter(list.state, action)
    if (!to) throw wrongState(`这份清单现在不能“${pledgeListActionWords[action]}”，请刷新后查看`)
    const { data = {}, words, change = {} } = await carry(list, em, used)
    await saveList(em, list, { ...change, state: to })
    const moved = to === list.state ? {} : { to }
    await appendEvent(em, ctx, list.id, { action, used, data: { ...data, ...moved }, words })
    await writeOutbox(em, `pledge-list.${action}`, { listId: list.id }, ctx.now)
    return list.id
  })
}

const streetActions: readonly PledgeListAction[] = ['consent-number', 'grade', 'close']
function refusalOf(action: PledgeListAction, hasWritten: boolean): string {
  if (!streetActions.includes(action)) return '这一步由清单所属的社区（或街道、区）来做'
  return hasWritten ? '这份清单是你经办的，要由没有经办的同事来评' : '这一步由上级街道（镇）或区里来做'
}
