import type { ClockKind, ClockOutcome, DueStep, OrderAction } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode } from '../../../db/columns'

/**
 * One stretch of time that somebody answers for, or the resident's own. A clock is started once, stops once, and keeps
 * what it was reckoned by; when it is passed over, that is written as it happens.
 */
@Entity('order_clocks')
@Index('ix_order_clocks_order', ['orderId', 'id'])
@Index('ix_order_clocks_wake', ['wakeAt', 'id'])
@Index('ix_order_clocks_front', ['holderCode', 'isFront', 'dueAt', 'orderId'])
@Index('ix_order_clocks_community_overdue', ['communityCode', 'overdueAt', 'id'])
@Index('ix_order_clocks_street_overdue', ['streetCode', 'overdueAt', 'id'])
@Index('ix_order_clocks_community_kind', ['communityCode', 'kind', 'id'])
@Index('ix_order_clocks_street_kind', ['streetCode', 'kind', 'id'])
@Index('ix_order_clocks_unit', ['unitCode', 'kind', 'startedAt'])
export class OrderClockRow {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  @Column(code(20)) kind!: ClockKind
  /** The org that answers for it; of the resident's clock the district, until it is charged to somebody. */
  @Column(orgCode) holderCode!: string
  @Column(orgCode) communityCode!: string
  @Column(orgCode) streetCode!: string
  /** The grid, team or unit that had the order when the clock stopped, where it is a unit of the district's list. */
  @Column({ ...orgCode, ...nullable }) unitCode!: string | null
  @Column(instant) startedAt!: Date
  @Column(instant) dueAt!: Date
  @Column(instant) warnAt!: Date
  @Column({ ...instant, ...nullable }) endedAt!: Date | null
  /** The action that stopped it. */
  @Column({ ...code(24), ...nullable }) endedBy!: OrderAction | null
  @Column(code(12)) outcome!: ClockOutcome
  /** Of the running clocks of its holder on this order, the one that is due first: it orders the holder's queue. */
  @Column(flag) isFront!: boolean
  /** When the job runner has to look at it next: to warn, then at its due time; null when there is nothing to wait for. */
  @Column({ ...instant, ...nullable }) wakeAt!: Date | null
  @Column({ ...instant, ...nullable }) warnedAt!: Date | null
  /** When it was recorded that the due time had passed. */
  @Column({ ...instant, ...nullable }) overdueAt!: Date | null
  /** Of the resident's clock: who had used the time when it ran out. */
  @Column({ ...orgCode, ...nullable }) chargedTo!: string | null
  /** Stopped by an import: it says nothing of how fast anybody was. */
  @Column(flag) isSynthetic!: boolean
  /** Reckoned beyond the calendar that is known. */
  @Column(flag) isProvisional!: boolean
  /** The version of the district's limits that it was reckoned by. */
  @Column(count) limitsVersion!: number
  /** How the due time came about, for people to read. */
  @Column(json) explanation!: DueStep[]
}
