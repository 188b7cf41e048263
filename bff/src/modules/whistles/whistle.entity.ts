import type { DueStep, Stars, WhistleKind, WhistlePartyState, WhistleStatus, WhistleStep } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode } from '../../db/columns'

/** A unit of a district that streets may whistle for. */
@Entity('departments')
@Index('ix_departments_district', ['districtCode', 'orgCode'])
export class DepartmentRow {
  @PrimaryColumn(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column(instant) addedAt!: Date
}

/** What lists and transitions need; what is asked stands with the first event. */
@Entity('whistles')
@Index('uq_whistles_no', ['no'], { unique: true })
@Index('ix_whistles_street', ['streetCode', 'isOpen', 'id'])
@Index('ix_whistles_district', ['districtCode', 'isOpen', 'id'])
@Index('ix_whistles_street_status', ['streetCode', 'status', 'id'])
@Index('ix_whistles_district_status', ['districtCode', 'status', 'id'])
@Index('ix_whistles_order', ['orderId'])
export class WhistleRow {
  @PrimaryColumn(id) id!: string
  @Column(code(16)) no!: string
  @Column(code(8)) kind!: WhistleKind
  @Column(code(12)) status!: WhistleStatus
  /** Not closed, withdrawn or unfounded: lists go by it. */
  @Column(flag) isOpen!: boolean
  @Column(orgCode) districtCode!: string
  @Column(orgCode) streetCode!: string
  @Column(orgCode) leadCode!: string
  @Column(code(80)) title!: string
  @Column(code(100)) place!: string
  /** GCJ-02 in millionths of a degree; null where nobody marked the place. */
  @Column({ ...count, ...nullable, name: 'lat_e6' }) latE6!: number | null
  @Column({ ...count, ...nullable, name: 'lng_e6' }) lngE6!: number | null
  /** Six digits that the street shows at the place. */
  @Column(code(6)) placeCode!: string
  @Column({ ...id, ...nullable }) orderId!: string | null
  @Column(flag) isSentBack!: boolean
  @Column(count) departmentCount!: number
  @Column(instant) blownAt!: Date
  @Column({ ...instant, ...nullable }) closedAt!: Date | null
  @Column(instant) updatedAt!: Date
  @Column(count) version!: number
}

/** How a due time came about, as it was reckoned when the whistle was blown. */
export type Reckonings = Readonly<
  Record<WhistleStep, { readonly explanation: readonly DueStep[]; readonly isProvisional: boolean }>
>

/** One department of one whistle: how far it is, and its clocks. */
@Entity('whistle_parties')
@Index('uq_whistle_parties_department', ['whistleId', 'departmentCode'], { unique: true })
@Index('ix_whistle_parties_department', ['departmentCode', 'isOpen', 'whistleId'])
@Index('ix_whistle_parties_state', ['districtCode', 'state', 'isOpen', 'whistleId'])
@Index('ix_whistle_parties_wake', ['wakeAt', 'id'])
export class WhistlePartyRow {
  @PrimaryColumn(id) id!: string
  @Column(id) whistleId!: string
  @Column(orgCode) districtCode!: string
  @Column(orgCode) departmentCode!: string
  /** In the order in which the street named them. */
  @Column(count) position!: number
  @Column(flag) isLead!: boolean
  /** The whistle's own, for the index of a department's list. */
  @Column(flag) isOpen!: boolean
  @Column(code(12)) state!: WhistlePartyState
  /** How far it was when it refused; null when it never did. */
  @Column({ ...code(12), ...nullable }) refusedFrom!: WhistlePartyState | null
  /** It refused instead of signing, without reason as the district found. */
  @Column(flag) isOverruled!: boolean
  @Column(instant) signDueAt!: Date
  @Column({ ...instant, ...nullable }) signDoneAt!: Date | null
  @Column({ ...instant, ...nullable }) signOverdueAt!: Date | null
  @Column({ ...instant, ...nullable }) signWarnAt!: Date | null
  @Column({ ...instant, ...nullable }) signWarnedAt!: Date | null
  @Column(instant) contactDueAt!: Date
  @Column({ ...instant, ...nullable }) contactDoneAt!: Date | null
  @Column({ ...instant, ...nullable }) contactOverdueAt!: Date | null
  @Column({ ...instant, ...nullable }) contactWarnAt!: Date | null
  @Column({ ...instant, ...nullable }) contactWarnedAt!: Date | null
  @Column(instant) attendDueAt!: Date
  @Column({ ...instant, ...nullable }) attendDoneAt!: Date | null
  @Column({ ...instant, ...nullable }) attendOverdueAt!: Date | null
  @Column({ ...instant, ...nullable }) attendWarnAt!: Date | null
  @Column({ ...instant, ...nullable }) attendWarnedAt!: Date | null
  /** When the job runner has to look at it next: at the first warning or due time that was not met. */
  @Column({ ...instant, ...nullable }) wakeAt!: Date | null
  @Column(json) reckonings!: Reckonings
  /** The street's grade of the department, and the department's of the street. */
  @Column({ ...count, ...nullable }) stars!: Stars | null
  @Column({ ...count, ...nullable }) streetStars!: Stars | null
  @Column(count) version!: number
}
