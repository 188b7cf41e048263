import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable } from '../../db/columns'

/** A person who needs the same as an order asks for; once a person and order. */
@Entity('order_seconds')
@Index('ix_order_seconds_via', ['viaOrderId'])
@Index('ix_order_seconds_person', ['personId'])
export class OrderSecond {
  @PrimaryColumn(id) orderId!: string
  @PrimaryColumn(id) personId!: string
  /** The merged order that brought the person along; null when they seconded it themselves. */
  @Column({ ...id, ...nullable }) viaOrderId!: string | null
  @Column(instant) at!: Date
}
