import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, nullable, orgCode } from '../../../db/columns'

/** Words of a resident to a unit; the unit reads them when the street has seen them. Deleted with their account. */
@Entity('wish_thanks')
@Index('uq_wish_thanks_order', ['orderId'], { unique: true })
@Index('ix_wish_thanks_unit', ['unitCode', 'state', 'id'])
@Index('ix_wish_thanks_street', ['streetCode', 'state', 'id'])
@Index('ix_wish_thanks_district', ['districtCode', 'state', 'id'])
export class WishThanks {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  @Column(orgCode) unitCode!: string
  @Column(orgCode) streetCode!: string
  @Column(orgCode) districtCode!: string
  @Column(id) personId!: string
  @Column(code(200)) text!: string
  @Column(code(8)) state!: 'waiting' | 'shown' | 'hidden'
  @Column(instant) at!: Date
  @Column({ ...id, ...nullable }) decidedById!: string | null
  @Column({ ...instant, ...nullable }) decidedAt!: Date | null
}
