import type { RatingPattern } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, json, nullable, orgCode } from '../../../db/columns'

/** A rating that looks like brushing, for the auditor. It outlives the traces and names no device. */
@Entity('rating_flags')
@Index('ix_rating_flags_district', ['districtCode', 'id'])
@Index('ix_rating_flags_order', ['orderId'])
export class RatingFlagRow {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  @Column(orgCode) districtCode!: string
  @Column(code(24)) pattern!: RatingPattern
  /** Ids of the other orders that make the pattern. */
  @Column(json) others!: string[]
  @Column(instant) at!: Date
  @Column({ ...instant, ...nullable }) lookedAt!: Date | null
  @Column({ ...id, ...nullable }) lookedById!: string | null
  @Column({ ...code(500), ...nullable }) lookNote!: string | null
}
