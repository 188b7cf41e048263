import type {
  BookingDefaults,
  BookingPolicy,
  DatedOverride,
  ItemRules,
  ItemScope,
  PolicyKey,
  SharedRuleKey,
  WeeklySpan,
} from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, exact, flag, id, instant, json, nullable, orgCode } from '../../db/columns'

/** A service point of one of the three levels: what its e-card says, and its hours. Nothing of a person. */
@Entity('halls')
@Index('uq_halls_name', ['orgCode', 'nameKey'], { unique: true })
@Index('ix_halls_district', ['districtCode', 'id'])
@Index('ix_halls_point', ['latE6', 'lngE6', 'id'])
export class HallRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column(code(40)) name!: string
  @Column(exact(80)) nameKey!: string
  @Column(code(120)) address!: string
  @Column({ ...code(200), ...nullable }) directions!: string | null
  /** GCJ-02 in millionths of a degree, as places have it. */
  @Column({ ...count, ...nullable, name: 'lat_e6' }) latE6!: number | null
  @Column({ ...count, ...nullable, name: 'lng_e6' }) lngE6!: number | null
  @Column(json) phones!: string[]
  @Column(json) windows!: { no: number; name: string }[]
  @Column(json) weekly!: WeeklySpan[]
  @Column(json) overrides!: DatedOverride[]
  /** What holds here, the district's values where the hall follows them included. */
  @Column(json) policy!: BookingPolicy
  /** In what of its policy it goes by the district: a change there is written through (docs/adr/0019). */
  @Column(json) follows!: PolicyKey[]
  @Column(flag) isClosed!: boolean
  @Column(flag) isDemo!: boolean
  /** Counts changes of this row, its hours and its items included. */
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** How an item is served at a hall. */
@Entity('hall_items')
@Index('ix_hall_items_item', ['itemId', 'hallId'])
export class HallItemRow {
  @PrimaryColumn(id) hallId!: string
  @PrimaryColumn(id) itemId!: string
  @Column(code(10)) scope!: ItemScope
  @Column(json) rules!: ItemRules
  /** In what of its rules it goes by the district; the rules say what holds. */
  @Column(json) follows!: SharedRuleKey[]
  @Column(count) position!: number
  /** That of the hall when hours or rules last changed: who takes a place names the one they reckoned with. */
  @Column(count) scheduleVersion!: number
}

/** One version of what a district sets for booking at its halls; never changed. */
@Entity('booking_default_versions')
@Index('uq_booking_default_versions_version', ['districtCode', 'version'], { unique: true })
export class BookingDefaultsRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(count) version!: number
  @Column(json) defaults!: BookingDefaults
  @Column(id) setByPersonId!: string
  @Column(instant) setAt!: Date
}

/** Places of one slot. Made when somebody first takes one; before that the slot is only reckoned. */
@Entity('booking_slots')
@Index('uq_booking_slots_start', ['hallId', 'itemId', 'startsAt'], { unique: true })
@Index('ix_booking_slots_day', ['hallId', 'day'])
@Index('ix_booking_slots_waiting', ['waiting', 'startsAt'])
export class BookingSlotRow {
  @PrimaryColumn(id) id!: string
  @Column(id) hallId!: string
  @Column(id) itemId!: string
  @Column(instant) startsAt!: Date
  @Column(instant) endsAt!: Date
  /** Of the hall, `YYYY-MM-DD`. */
  @Column(code(10)) day!: string
  /** What can be booked online. */
  @Column(count) capacity!: number
  /** Bookings and holds that take a place, whoever lost theirs by a change of hours left out. */
  @Column(count) taken!: number
  /** People who wait for a place. While there is one, nobody else is given what comes free. */
  @Column(count) waiting!: number
}

/** What happened at a hall on a day, in numbers; and the last ticket number that was given out. */
@Entity('hall_days')
@Index('ix_hall_days_day', ['day', 'hallId'])
export class HallDayRow {
  @PrimaryColumn(id) hallId!: string
  @PrimaryColumn(code(10)) day!: string
  @Column(count) lastNumber!: number
  @Column({ ...count, ...nullable }) lastCalled!: number | null
  @Column(count) waiting!: number
  @Column(count) booked!: number
  @Column(count) cancelled!: number
  @Column(count) noShows!: number
  @Column(count) checkedIn!: number
  @Column(count) called!: number
  @Column(count) served!: number
  /** Minutes from the ticket, or from a booking’s time, to the first call; of all who were called. */
  @Column(count) waitedMinutes!: number
}
