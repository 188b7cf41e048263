import { isBookable, slotAt, type BookingPolicy } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { invalidField, notFound, wrongState } from '../../../errors'
import {
  type BookingSlotRow,
  findHallItem,
  findSlot,
  hallCalendar,
  itemSchedule,
  openSlot,
  type HallItemRow,
  type HallRow,
  type SlotKey,
} from '../../halls'
import type { Org } from '../../orgs'
import { hallOf } from '../hall-of'

export interface WonSlot {
  readonly slot: BookingSlotRow
  readonly hall: HallRow
  readonly org: Org
  readonly policy: BookingPolicy
}

/**
 * After `takePlace`: says what was won, or wins it where nobody has booked the slot before. The place is given back with
 * the transaction when this throws: not_found, invalid (no such slot), wrong_state (full, too late, too early).
 * @param isTaken what `takePlace` said
 */
export async function wonSlot(em: EntityManager, key: SlotKey, isTaken: boolean, now: Date): Promise<WonSlot> {
  const { hall, org } = await hallOf(em, key.hallId)
  const item = await findHallItem(em, key.hallId, key.itemId)
  if (!item || hall.isClosed) throw notFound('这个大厅的这一项')
  const schedule = itemSchedule(hall, item)
  const calendar = await hallCalendar(em, org)
  const shape = slotAt(schedule, calendar, key.startsAt)
  if (!shape) throw invalidField('start', 'no_slot', '这个时间没有办理时段，请重新选择')
  if (!isBookable(shape, schedule, calendar, now)) throw wrongState(whyNot(shape, item, now))
  if (!isTaken) {
    const isOpened = await openSlot(em, key, { shape, scheduleVersion: item.scheduleVersion })
    if (!isOpened) throw wrongState(fullWords)
  }
  const slot = await findSlot(em, key)
  if (!slot || slot.endsAt.getTime() !== shape.end) throw wrongState('大厅刚刚调整了办理时间，请刷新后重新选择')
  return { slot, hall, org, policy: hall.policy }
}

export const fullWords = '这个时段约满了，请换一个时间，或者候补：有人取消会按顺序通知你'

const whyNot = ({ start }: { start: number }, { rules }: HallItemRow, now: Date): string =>
  start - rules.leadMinutes * 60_000 < now.getTime()
    ? '这个时段已经不能预约了，请选晚一点的，或到大厅现场取号'
    : '这一天还没有开放预约，请过几天再约'

/** Why a slot cannot be booked at all, by its time; undefined when it can. Throws not_found, invalid (no such slot). */
export async function notBookableWords(
  em: EntityManager,
  { hall, org }: { hall: HallRow; org: Org },
  key: SlotKey,
  now: Date,
): Promise<string | undefined> {
  const item = await findHallItem(em, key.hallId, key.itemId)
  if (!item || hall.isClosed) throw notFound('这个大厅的这一项')
  const schedule = itemSchedule(hall, item)
  const calendar = await hallCalendar(em, org)
  const shape = slotAt(schedule, calendar, key.startsAt)
  if (!shape) throw invalidField('start', 'no_slot', '这个时间没有办理时段，请重新选择')
  return isBookable(shape, schedule, calendar, now) ? undefined : whyNot(shape, item, now)
}
