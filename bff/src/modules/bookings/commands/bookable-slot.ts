import { isBookable, slotAt, type BookingPolicy } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { invalidField, notFound, ProblemError, wrongState } from '../../../errors'
import {
  type BookingSlotRow,
  findHallItem,
  findSlotWithHall,
  hallCalendar,
  isShell,
  itemSchedule,
  openSlot,
  type HallItemRow,
  type HallRow,
  type SlotKey,
} from '../../halls'
import type { Org } from '../../orgs'

export interface WonSlot {
  readonly slot: BookingSlotRow
  readonly hall: HallRow
  readonly policy: BookingPolicy
}

/** A slot has no place. */
export class FullSlot extends ProblemError {
  constructor() {
    super('wrong_state', '这个时段约满了，请换一个时间，或者候补：有人取消会按顺序通知你')
  }
}

/**
 * After `takePlace` took one: says what was won, and gives a slot that nobody has booked before its shape. The place is
 * given back with the transaction when this throws: not_found, invalid (no such slot), wrong_state (full, too late, too
 * early).
 */
export async function wonSlot(em: EntityManager, key: SlotKey, now: Date): Promise<WonSlot> {
  const { slot, hall, org, item } = await findSlotWithHall(em, key)
  if (!slot || !hall || !org) throw notFound('这个大厅')
  if (!item || hall.isClosed) throw notFound('这个大厅的这一项')
  const schedule = itemSchedule(hall, item)
  const calendar = await hallCalendar(em, org)
  const shape = slotAt(schedule, calendar, key.startsAt)
  if (!shape) throw invalidField('start', 'no_slot', '这个时间没有办理时段，请重新选择')
  if (!isBookable(shape, schedule, calendar, now)) throw wrongState(whyNot(shape, item, now))
  const { scheduleVersion } = item
  const opened = isShell(slot) ? await openSlot(em, slot, { shape, scheduleVersion }) : slot
  if (!opened) throw new FullSlot()
  if (opened.endsAt.getTime() !== shape.end) throw wrongState('大厅刚刚调整了办理时间，请刷新后重新选择')
  return { slot: opened, hall, policy: hall.policy }
}

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
