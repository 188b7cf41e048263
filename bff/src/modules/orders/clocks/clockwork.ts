import {
  chargedTo,
  clockKinds,
  clockPlan,
  dueAfter,
  extendDue,
  fulfilKinds,
  holderOf,
  isCodeOf,
  lengthenDue,
  outcomeOf,
  timeUsed,
  warnAt,
  workingTimeBetween,
  type Calendar,
  type ClockHolder,
  type ClockKind,
  type ClockPlan,
  type ClockStep,
  type Due,
  type OrderAction,
  type OrderDeed,
  windowsOf,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { ChangedSinceRead } from '../../../db/retry'
import { insertRows, selectRows, updateRows } from '../../../db/rows'
import type { OrderRow, RunningClock } from '../order.entity'
import { daysOf } from './clock-days'
import { limitOf } from './clock-limits'
import { OrderClockRow } from './order-clock.entity'
import type { ClockRules } from '../../calendar'

/** What a step changes of an order's clocks, and of the order's own row. */
export interface ClockChanges {
  /** All clocks of the order, as they were and as they will be. */
  readonly before: readonly OrderClockRow[]
  readonly after: readonly OrderClockRow[]
  readonly started: readonly OrderClockRow[]
  /** `wakeAt` is as it was read. */
  readonly changed: readonly {
    readonly id: string
    readonly wakeAt: Date | null
    readonly set: Partial<OrderClockRow>
  }[]
  readonly onOrder: Pick<OrderRow, 'clocks' | 'fulfilDueAt'>
}

const minute = 60_000

type Step = Omit<ClockStep, 'after' | 'at'> & { readonly isSynthetic?: boolean }

const isIdle = ({ stops, starts, extendBy, isLengthened, isOverruled, isReopened }: ClockPlan) =>
  stops.length === 0 && starts.length === 0 && extendBy === undefined && !isLengthened && !isOverruled && !isReopened

/**
 * Works out what a step does to the clocks of an order, before anything is written.
 * @param after the order as the step leaves it
 * @returns null where it changes nothing
 */
export async function planClocks(
  em: EntityManager,
  ctx: Ctx,
  rules: ClockRules,
  after: Omit<OrderRow, 'no'>,
  step: Step,
): Promise<ClockChanges | null> {
  const plan = clockPlan({ ...step, after, at: ctx.now }, windowsOf(after.windows, rules.limits))
  if (isIdle(plan)) return null
  const before = step.action === 'place' ? [] : await findClocks(em, after.id)
  return settle(
    before,
    applyPlan(before, plan, { ctx, after, rules, action: step.action, isSynthetic: step.isSynthetic ?? false }),
  )
}

/**
 * Writes what `planClocks` found, in the unit of work that moves the order. The job that records an overdue moves a clock
 * without its order: a clock that it has moved since it was read is read again with the whole unit.
 */
export async function writeClocks(em: EntityManager, { started, changed }: ClockChanges): Promise<void> {
  await insertRows(em, OrderClockRow, started)
  for (const { id, wakeAt, set } of changed) await setAsRead(em, { id, wakeAt }, set)
}

/** Expects that no job has moved these clocks since they were read, and lets none do so before the unit ends. */
export async function expectUntouched(em: EntityManager, clocks: readonly OrderClockRow[]): Promise<void> {
  for (const { id, wakeAt } of clocks) if (wakeAt !== null) await setAsRead(em, { id, wakeAt }, { wakeAt })
}

async function setAsRead(
  em: EntityManager,
  { id, wakeAt }: Pick<OrderClockRow, 'id' | 'wakeAt'>,
  set: Partial<OrderClockRow>,
): Promise<void> {
  const isAsRead = wakeAt === null ? 'wake_at IS NULL' : 'wake_at = ?'
  const found = await updateRows(em, OrderClockRow, set, `id = ? AND ${isAsRead}`, [id, ...(wakeAt ? [wakeAt] : [])])
  if (found === 0) throw new ChangedSinceRead()
}

/** Every clock of an order, in the order in which they were started. */
export async function findClocks(em: EntityManager, orderId: string): Promise<OrderClockRow[]> {
  return inOrder(await selectRows(em, OrderClockRow, 'WHERE order_id = ?', [orderId]))
}

/** Clocks in the order in which they were started; ids of one instant have no order of their own. */
export function inOrder(clocks: readonly OrderClockRow[]): OrderClockRow[] {
  const rank = ({ kind }: OrderClockRow) => clockKinds.indexOf(kind)
  return [...clocks].sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || rank(a) - rank(b))
}

interface Context {
  readonly ctx: Ctx
  readonly after: Omit<OrderRow, 'no'>
  readonly rules: ClockRules
  readonly action: ClockStep['action']
  readonly isSynthetic: boolean
}

/** The clocks as the plan leaves them: those there were, in their order, and new ones behind them. */
function applyPlan(before: readonly OrderClockRow[], plan: ClockPlan, context: Context): OrderClockRow[] {
  const { action } = context
  const howTo = new Map(plan.stops.map(({ kind, how }) => [kind, how]))
  const overruled = plan.isOverruled ? before.findLast(({ kind }) => kind === 'accept') : undefined
  const kept = before.map((clock): OrderClockRow => {
    const how = howTo.get(clock.kind)
    if (clock.outcome === 'running' && how && isTaken(action)) return stopped(clock, how, action, context)
    if (plan.isReopened && clock.endedBy === 'merge') return reopened(clock)
    if (clock === overruled && clock.endedBy === 'decline') return { ...clock, outcome: 'overruled' }
    if (clock.outcome !== 'running' || !isOfFulfilment(clock.kind)) return clock
    if (plan.isLengthened) return lengthened(clock, context)
    return plan.extendBy === undefined ? clock : extended(clock, plan.extendBy, context)
  })
  return [
    ...kept.map((clock) => charged(clock, before, daysOf(clock.kind, clock, context.rules))),
    ...starts(plan, context),
  ]
}

/** Whether somebody took an action that ends clocks; placing and default reviews end none. */
const isTaken = (deed: OrderDeed): deed is OrderAction => deed !== 'place' && deed !== 'default-review'

/** The resident's clock and its holder's begin together and have the same limit and days: they are reckoned once. */
function starts(plan: ClockPlan, context: Context): OrderClockRow[] {
  const { rules, after } = context
  const known = new Map<Calendar, Map<string, Reckoning>>()
  return plan.starts.map(({ kind, from, by }) => {
    const limit = limitOf(kind, after, rules.limits)
    const calendar = daysOf(kind, after, rules)
    const bySame = known.get(calendar) ?? new Map<string, Reckoning>()
    const key = `${from.getTime()} ${limit.value} ${limit.unit}`
    const reckoning = bySame.get(key) ?? reckoned(dueAfter(calendar, from, limit), calendar, rules)
    known.set(calendar, bySame.set(key, reckoning))
    return started({ kind, from, holder: by ?? holderOf(kind) }, reckoning, context)
  })
}

/** A resident's clock that was passed over says to whom. @param clocks all of the order, as they stood when it was */
export function charged(clock: OrderClockRow, clocks: readonly OrderClockRow[], calendar: Calendar): OrderClockRow {
  if (clock.kind !== 'resident' || clock.overdueAt === null || clock.chargedTo !== null) return clock
  const isPlain = dueOf(clock).unit !== 'working_days'
  const measure = (from: Date, to: Date) =>
    isPlain ? (to.getTime() - from.getTime()) / minute : workingTimeBetween(calendar, from, to)
  const present = clocks.findLast(({ kind }) => kind === 'fulfil')
  const isPresentInTime = present !== undefined && present.dueAt > clock.dueAt
  const used = timeUsed(clocks, clock.startedAt, clock.dueAt, measure)
  return { ...clock, chargedTo: chargedTo(used, isPresentInTime ? present.holderCode : undefined) }
}

const isOfFulfilment = (kind: ClockKind) => kind === 'resident' || (fulfilKinds as readonly ClockKind[]).includes(kind)

/** A unit or team that an order was dispatched to; a grid is part of its community. */
const unitOf = (code: string | null) => (code === null || isCodeOf('grid', code) ? null : code)

function stopped(
  clock: OrderClockRow,
  how: 'judge' | 'leave' | 'drop',
  action: NonNullable<OrderClockRow['endedBy']>,
  { ctx: { now }, after, isSynthetic }: Context,
): OrderClockRow {
  const outcome = outcomeOf(clock.dueAt, how, now)
  // Nobody looked before it stopped: the overdue is recorded with the stop.
  const overdueAt = clock.overdueAt ?? (outcome === 'late' ? now : null)
  const sentTo = clock.kind === 'fulfil' && action === 'fulfil' ? unitOf(after.assigneeOrgCode) : null
  // What a unit claimed was its own from the beginning.
  const unitCode = clock.unitCode ?? sentTo
  return { ...clock, outcome, endedAt: now, endedBy: action, wakeAt: null, overdueAt, unitCode, isSynthetic }
}

function reopened(clock: OrderClockRow): OrderClockRow {
  return { ...clock, outcome: 'running', endedAt: null, endedBy: null, wakeAt: nextLook(clock) }
}

/** When the job runner has to look next: it warns first, then finds it overdue, then leaves it alone. */
const nextLook = ({ warnedAt, warnAt, overdueAt, dueAt }: OrderClockRow): Date | null =>
  overdueAt ? null : warnedAt ? dueAt : warnAt

function extended(clock: OrderClockRow, days: number, { rules }: Context): OrderClockRow {
  const calendar = daysOf(clock.kind, clock, rules)
  const due = extendDue(calendar, dueOf(clock), { unit: 'working_days', value: days })
  return dueLater(clock, reckoned(due, calendar, rules))
}

function lengthened(clock: OrderClockRow, { after, rules }: Context): OrderClockRow {
  const calendar = daysOf(clock.kind, clock, rules)
  const before = dueOf(clock)
  const due = lengthenDue(calendar, before, clock.startedAt, limitOf(clock.kind, after, rules.limits))
  return due === before ? clock : dueLater(clock, reckoned(due, calendar, rules))
}

/** Due later: what was said of the earlier time is taken back. */
const dueLater = (clock: OrderClockRow, reckoning: Reckoning): OrderClockRow => ({
  ...clock,
  ...reckoning,
  ...{ warnedAt: null, overdueAt: null, chargedTo: null, wakeAt: reckoning.warnAt },
})

/** The reckoning of a clock, as it was stored. */
function dueOf({ startedAt, dueAt, isProvisional, explanation }: OrderClockRow): Due {
  const moved = explanation.find((step) => step.kind === 'moved')
  const limited = explanation.find((step) => step.kind === 'limit')
  return {
    at: dueAt,
    startedAt: moved ? new Date(moved.to) : startedAt,
    unit: limited?.limit.unit ?? 'working_days',
    isProvisional,
    explanation,
  }
}

interface Start {
  readonly kind: ClockKind
  readonly from: Date
  readonly holder: ClockHolder
}

function started({ kind, from, holder }: Start, reckoning: Reckoning, { ctx, after }: Context): OrderClockRow {
  const unit = after.assigneeOrgCode ?? after.communityCode
  // What a community would have to do of a department's task, the street looks after.
  const community = after.ownerOrgCode === null ? after.communityCode : after.streetCode
  const codes = { community, street: after.streetCode, district: after.districtCode, unit }
  const clock = {
    id: newId(ctx.now),
    orderId: after.id,
    kind,
    holderCode: codes[holder],
    communityCode: after.communityCode,
    streetCode: after.streetCode,
    unitCode: holder === 'unit' ? unit : null,
    isSynthetic: false,
    startedAt: from,
    endedAt: null,
    endedBy: null,
    outcome: 'running' as const,
    isFront: false,
    warnedAt: null,
    overdueAt: null,
    chargedTo: null,
    ...reckoning,
  }
  return { ...clock, wakeAt: clock.warnAt }
}

type Reckoning = ReturnType<typeof reckoned>

function reckoned(due: Due, calendar: Calendar, rules: ClockRules) {
  return {
    dueAt: due.at,
    warnAt: warnAt(calendar, due, rules.limits.warnPercent),
    isProvisional: due.isProvisional,
    limitsVersion: rules.limitsVersion,
    explanation: [...due.explanation],
  }
}

/** Says anew which clock is the first of its holder, and keeps only what really changed. */
function settle(before: readonly OrderClockRow[], after: readonly OrderClockRow[]): ClockChanges {
  const running = after
    .filter(({ outcome }) => outcome === 'running')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  const fronts = new Map<string, OrderClockRow>()
  for (const clock of running) {
    if (clock.kind !== 'resident' && !fronts.has(clock.holderCode)) fronts.set(clock.holderCode, clock)
  }
  const settled = after.map((clock) => ({ ...clock, isFront: fronts.get(clock.holderCode) === clock }))
  return {
    before,
    after: settled,
    started: settled.slice(before.length),
    changed: before.flatMap((clock, at) => {
      const set = difference(clock, settled[at] ?? clock)
      return Object.keys(set).length > 0 ? [{ id: clock.id, wakeAt: clock.wakeAt, set }] : []
    }),
    onOrder: {
      clocks: running.map(shown),
      fulfilDueAt: running.find(({ kind }) => (fulfilKinds as readonly ClockKind[]).includes(kind))?.dueAt ?? null,
    },
  }
}

function difference(before: OrderClockRow, after: OrderClockRow): Partial<OrderClockRow> {
  const keys = Object.keys(after) as (keyof OrderClockRow)[]
  const isOther = (key: keyof OrderClockRow) =>
    before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key])
  return Object.fromEntries(keys.filter(isOther).map((key) => [key, after[key]]))
}

const shown = ({ kind, holderCode, startedAt, warnAt, dueAt, isProvisional }: OrderClockRow): RunningClock => ({
  kind,
  holderCode,
  startedAt: startedAt.toISOString(),
  warnAt: warnAt.toISOString(),
  dueAt: dueAt.toISOString(),
  ...(isProvisional && { isProvisional }),
})
