import type { Role } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, nullable, orgCode } from '../../db/columns'

/** Who looked at the contact of an order, by which role, when and why. Append-only, read by the auditor. */
@Entity('contact_views')
@Index('ix_contact_views_district', ['districtCode', 'id'])
@Index('ix_contact_views_order', ['orderId'])
export class ContactViewRow {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  @Column(orgCode) districtCode!: string
  @Column(id) viewerId!: string
  @Column(id) membershipId!: string
  @Column(code(20)) role!: Role
  @Column(orgCode) orgCode!: string
  @Column({ ...code(200), ...nullable }) reason!: string | null
  @Column(instant) at!: Date
}
