import type { ItemContent } from '@xinban/shared/contracts'
import type { ItemState, OrderKind } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode } from '../../db/columns'

/** An item: who it is, and of its published content what lists and the search need. */
@Entity('service_items')
@Index('uq_service_items_name', ['districtCode', 'name'], { unique: true })
export class ServiceItemRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  /** As published; before that as the draft has it. */
  @Column(code(60)) name!: string
  @Column(code(16)) kind!: OrderKind
  @Column(code(30)) category!: string
  @Column(code(200)) summary!: string
  @Column(json) everydayWords!: string[]
  @Column(code(8)) state!: ItemState
  @Column({ ...count, ...nullable }) publishedVersion!: number | null
  @Column({ ...json, ...nullable }) draft!: ItemContent | null
  /** Order in the catalogue. */
  @Column(count) position!: number
  @Column(flag) isDemo!: boolean
  /** Counts changes of this row; the content's own number is `publishedVersion`. */
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** What an item said from one publication to the next. Never changed, so that an order can show what it was placed under. */
@Entity('service_item_versions')
export class ServiceItemVersion {
  @PrimaryColumn(id) itemId!: string
  @PrimaryColumn(count) version!: number
  @Column(json) content!: ItemContent
  @Column(instant) publishedAt!: Date
  /** By which membership; null for an operator's import. */
  @Column({ ...id, ...nullable }) membershipId!: string | null
}

/** An org that offers an item; its whole territory can order it. */
@Entity('service_item_offers')
@Index('ix_service_item_offers_org', ['orgCode'])
export class ServiceItemOffer {
  @PrimaryColumn(id) itemId!: string
  @PrimaryColumn(orgCode) orgCode!: string
}
