import type { ExclusionReason, ExclusionState, Role, ScorePart } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, nullable, orgCode } from '../../../db/columns'

/** A docket: one person proposes to take an order out of parts of the scores, another decides. */
@Entity('exclusions')
@Index('ix_exclusions_order', ['orderId', 'id'])
@Index('ix_exclusions_district', ['districtCode', 'state', 'id'])
@Index('ix_exclusions_street', ['streetCode', 'state', 'id'])
@Index('ix_exclusions_community', ['communityCode', 'state', 'id'])
export class ExclusionRow {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  @Column(orgCode) districtCode!: string
  @Column(orgCode) streetCode!: string
  @Column(orgCode) communityCode!: string
  @Column(code(12)) state!: ExclusionState
  @Column(code(24)) reason!: ExclusionReason
  @Column(json) parts!: ScorePart[]
  /** What officials wrote; nothing of a resident. */
  @Column(code(500)) note!: string
  @Column(id) proposedById!: string
  @Column(code(20)) proposedRole!: Role
  @Column(orgCode) proposedOrgCode!: string
  @Column(instant) proposedAt!: Date
  @Column({ ...id, ...nullable }) decidedById!: string | null
  @Column({ ...instant, ...nullable }) decidedAt!: Date | null
  @Column({ ...code(500), ...nullable }) decisionNote!: string | null
  @Column(count) version!: number
}
