import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, orgCode } from '../../../db/columns'

/** A unit beside the one that claimed a wish, for the lists of that unit; the order's own row has the same. */
@Entity('wish_partners')
@Index('ix_wish_partners_unit', ['unitCode', 'orderId'])
export class WishPartner {
  @PrimaryColumn(id) orderId!: string
  @PrimaryColumn(orgCode) unitCode!: string
  @Column(instant) invitedAt!: Date
  @Column({ ...instant, ...nullable }) joinedAt!: Date | null
}
