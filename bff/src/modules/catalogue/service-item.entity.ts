import type { Guide } from '@xinban/shared/contracts'
import type { OrderKind } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, orgCode } from '../../db/columns'

@Entity('service_items')
@Index('uq_service_items_name', ['districtCode', 'name'], { unique: true })
export class ServiceItemRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(code(60)) name!: string
  @Column(code(16)) kind!: OrderKind
  @Column(code(30)) category!: string
  @Column(code(200)) summary!: string
  @Column(json) guide!: Guide
  /** Order in the catalogue. */
  @Column(count) position!: number
  @Column(flag) isDemo!: boolean
  @Column(instant) updatedAt!: Date
}

/** An org that offers an item; its whole territory can order it. */
@Entity('service_item_offers')
@Index('ix_service_item_offers_org', ['orgCode'])
export class ServiceItemOffer {
  @PrimaryColumn(id) itemId!: string
  @PrimaryColumn(orgCode) orgCode!: string
}
