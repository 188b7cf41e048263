import type { CounterName, Month, ScopeKind } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, orgCode } from '../../db/columns'

/** One counter of one scope and month. Kept in the transaction of whatever counts; never below 0. */
@Entity('score_counters')
export class ScoreCounter {
  @PrimaryColumn(code(10)) scope!: ScopeKind
  /** Code of the org, or id of the item. */
  @PrimaryColumn(code(36)) code!: string
  @PrimaryColumn(code(7)) period!: Month
  @PrimaryColumn(code(24)) counter!: CounterName
  @Column(count) amount!: number
}

/** What a later fact changed in a month that was frozen before. Append-only. */
@Entity('score_corrections')
@Index('ix_score_corrections_scope', ['scope', 'code', 'period', 'id'])
export class ScoreCorrection {
  @PrimaryColumn(id) id!: string
  @Column(code(10)) scope!: ScopeKind
  @Column(code(36)) code!: string
  @Column(code(7)) period!: Month
  @Column(code(24)) counter!: CounterName
  @Column(count) amount!: number
  /** The date in China on which it became known. */
  @Column(code(10)) knownOn!: string
  @Column(id) orderId!: string
}

/** How far the months of a district are published and frozen. One row a district; it only moves on. */
@Entity('score_freezes')
export class ScoreFreeze {
  @PrimaryColumn(orgCode) districtCode!: string
  @Column(code(7)) frozenThrough!: Month
  @Column(code(40)) ruleVersion!: string
  @Column(instant) frozenAt!: Date
  /** By which membership. */
  @Column(id) membershipId!: string
}
