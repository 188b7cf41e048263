import type { Limits, OfficialDay, Span } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, nullable, orgCode } from '../../db/columns'

/** The head of what a district has set about its days. Every change makes the next version. */
@Entity('calendars')
export class CalendarRow {
  @PrimaryColumn(orgCode) districtCode!: string
  @Column(count) version!: number
  /** Another one with each change, also where a version number comes again after a rollback: what is kept in memory goes by it. */
  @Column(id) stamp!: string
  @Column(instant) updatedAt!: Date
}

/** What holds on one day for the district, or for one org of it. */
@Entity('calendar_overrides')
@Index('uq_calendar_overrides_day', ['districtCode', 'orgCode', 'day'], { unique: true })
export class CalendarOverrideRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  /** The district's own code, or that of the org for which alone it holds. */
  @Column(orgCode) orgCode!: string
  /** YYYY-MM-DD */
  @Column(code(10)) day!: string
  @Column(code(8)) kind!: 'off' | 'worked'
  @Column({ ...json, ...nullable }) hours!: readonly Span[] | null
  @Column(code(60)) reason!: string
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}

/** The official list of a year as a district imported it. */
@Entity('calendar_years')
@Index('uq_calendar_years_year', ['districtCode', 'year'], { unique: true })
export class CalendarYearRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) year!: number
  @Column(json) days!: readonly OfficialDay[]
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}

/** One version of a district's limits and office hours; never changed. */
@Entity('limit_versions')
@Index('uq_limit_versions_version', ['districtCode', 'version'], { unique: true })
export class LimitVersionRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) version!: number
  @Column(json) limits!: Limits
  @Column(json) officeHours!: readonly Span[]
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}
