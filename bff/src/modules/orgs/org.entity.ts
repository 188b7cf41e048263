import type { OrgLevel } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, flag, instant, nullable, orgCode } from '../../db/columns'

/** A node of the org tree. `path` is its territory: `/610303/610303001/`. */
@Entity('orgs')
@Index('ix_orgs_parent', ['parentCode', 'level', 'code'])
@Index('ix_orgs_path', ['path'])
export class Org {
  @PrimaryColumn(orgCode) code!: string
  @Column({ ...orgCode, ...nullable }) parentCode!: string | null
  @Column(code(16)) level!: OrgLevel
  @Column(code(80)) name!: string
  @Column(code(160)) path!: string
  @Column(orgCode) districtCode!: string
  @Column({ ...code(20), ...nullable }) servicePhone!: string | null
  /** Last day on which the code holds, `YYYY-MM-DD`. */
  @Column({ ...code(10), ...nullable }) validUntil!: string | null
  @Column({ ...orgCode, ...nullable }) successorCode!: string | null
  @Column(flag) isDemo!: boolean
  @Column(instant) updatedAt!: Date
}
