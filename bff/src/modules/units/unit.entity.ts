import type { UnitKind, WishCategory } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, instant, json, orgCode } from '../../db/columns'

/** What a district or a street says of a unit that may claim wishes; its name and place stand in `orgs`. */
@Entity('units')
@Index('ix_units_parent', ['parentCode', 'orgCode'])
export class UnitRow {
  @PrimaryColumn(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column(orgCode) parentCode!: string
  @Column(code(16)) kind!: UnitKind
  @Column(json) categories!: WishCategory[]
  @Column(json) tags!: string[]
  /** Streets and communities that it serves; empty: all of its parent's territory. */
  @Column(json) areaCodes!: string[]
  @Column(flag) isActive!: boolean
  /** Wishes that it has in hand, kept as they come and go. */
  @Column(count) openClaims!: number
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}
