import type { LedgerFilters } from '@xinban/shared/contracts'
import type { LedgerFormat, LedgerName, Role } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode } from '../../db/columns'

/** Who asked for which ledger, and what was handed out by the link. Never deleted, read by the auditor. */
@Entity('ledger_exports')
@Index('ix_ledger_exports_district', ['districtCode', 'id'])
export class LedgerExportRow {
  @PrimaryColumn(id) id!: string
  @Column(code(16)) ledger!: LedgerName
  @Column(code(8)) format!: LedgerFormat
  @Column(id) personId!: string
  @Column(id) membershipId!: string
  @Column(code(20)) role!: Role
  @Column(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column(json) filters!: LedgerFilters
  @Column(instant) at!: Date
  /** How often it was fetched; what follows is of the last time. */
  @Column(count) downloads!: number
  @Column({ ...count, ...nullable }) rowsSent!: number | null
  @Column(flag) isComplete!: boolean
  @Column({ ...instant, ...nullable }) finishedAt!: Date | null
}
