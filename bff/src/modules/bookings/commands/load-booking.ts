import type { BookingAction } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import type { HallRow } from '../../halls'
import type { Org } from '../../orgs'
import type { BookingRow } from '../booking.entity'
import { grantOf, maySee, standingOf, type Standing } from '../booking.policy'
import { findBooking } from '../booking.repository'
import { bookingFlow } from '@xinban/shared/domain'
import { hallOf } from '../hall-of'

export interface BookingTarget {
  readonly id: string
  readonly expectedVersion?: number | undefined
}
export interface Loaded {
  readonly booking: BookingRow
  readonly hall: HallRow
  readonly org: Org
  readonly standing: Standing
  /** Null: as its owner. */
  readonly used: ActorMembership | null
}

/**
 * A booking for an action of the flow, authorized on the loaded row. Throws not_found, forbidden, version_mismatch,
 * wrong_state.
 */
export async function loadFor(
  em: EntityManager,
  ctx: Ctx,
  target: BookingTarget,
  action: BookingAction,
): Promise<Loaded> {
  const booking = await findBooking(em, target.id)
  if (!booking) throw notFound('这个预约')
  const { hall, org } = await hallOf(em, booking.hallId)
  const standing = standingOf(ctx.actor, booking, org)
  if (!maySee(standing)) throw notFound('这个预约')
  const { by } = bookingFlow.actions[action]
  if (!((standing.isOwner && by.includes('booker')) || (standing.counter && by.includes('counter')))) {
    throw forbidden(by.includes('counter') ? '这一步由大厅的工作人员来做' : '这一步只能由预约的人自己来做')
  }
  if (target.expectedVersion !== undefined && target.expectedVersion !== booking.version) throw versionMismatch()
  const used = grantOf(standing, action, booking.status)
  if (used === undefined) throw wrongState('这个预约现在的状态不能这样操作，请刷新后查看')
  return { booking, hall, org, standing, used }
}
