import type { BookingAction, BookingStatus, Priority } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode, text } from '../../db/columns'

/** A booking, a hold, or an offer of the waitlist: a place of a slot that is kept for someone. */
@Entity('bookings')
@Index('uq_bookings_code', ['hallId', 'day', 'code'], { unique: true })
@Index('ix_bookings_hall', ['hallId', 'day', 'startsAt', 'id'])
@Index('ix_bookings_owner', ['ownerId', 'id'])
@Index('ix_bookings_subject', ['subjectKey', 'startsAt'])
@Index('ix_bookings_slot', ['slotId', 'status'])
@Index('ix_bookings_due', ['dueAt'])
@Index('ix_bookings_phone', ['phoneHash'])
@Index('ix_bookings_rated', ['ratedAt'])
export class BookingRow {
  @PrimaryColumn(id) id!: string
  @Column(id) hallId!: string
  @Column(id) itemId!: string
  @Column(orgCode) districtCode!: string
  @Column(id) slotId!: string
  @Column(instant) startsAt!: Date
  @Column(instant) endsAt!: Date
  @Column(code(10)) day!: string
  @Column(code(12)) status!: BookingStatus
  /** Six digits to say at the counter, unique for a hall and day; none for holds. */
  @Column({ ...code(6), ...nullable }) code!: string | null
  @Column(id) placedById!: string
  /** Whoever sees and changes it; null for someone without an account, whom staff helped. */
  @Column({ ...id, ...nullable }) ownerId!: string | null
  /** Whose limits and no-shows it counts for: a person, or a hash of a phone. */
  @Column(code(80)) subjectKey!: string
  /** `self`, or a keyed hash of whom it is for. */
  @Column(code(80)) forWhom!: string
  @Column(flag) isForOther!: boolean
  @Column(flag) isByStaff!: boolean
  /** Name, phone and relation of whom it is for, when that is not the owner. */
  @Column({ ...text, ...nullable }) personSealed!: string | null
  @Column({ ...code(64), ...nullable }) phoneHash!: string | null
  /** Masked. */
  @Column({ ...code(40), ...nullable }) shownName!: string | null
  @Column(code(10)) priority!: Priority
  /** When something happens by itself: a hold lapses, a booking becomes a no-show. */
  @Column({ ...instant, ...nullable }) dueAt!: Date | null
  /** The waitlist entry whose offer it is. */
  @Column({ ...id, ...nullable }) waitId!: string | null
  /** Why the hall has no place for it any more, and what was offered instead; it counts in no slot then. */
  @Column({ ...code(20), ...nullable }) displacedReason!: string | null
  @Column({ ...json, ...nullable }) offers!: string[] | null
  @Column({ ...code(200), ...nullable }) cancelReason!: string | null
  /** Of the iCalendar file: grows with every change of time or state. */
  @Column(count) sequence!: number
  @Column({ ...id, ...nullable }) ticketId!: string | null
  @Column({ ...count, ...nullable }) stars!: number | null
  @Column({ ...json, ...nullable }) ratingReasons!: number[] | null
  @Column({ ...text, ...nullable }) ratingComment!: string | null
  @Column({ ...instant, ...nullable }) ratedAt!: Date | null
  @Column({ ...instant, ...nullable }) finishedAt!: Date | null
  @Column(instant) createdAt!: Date
  @Column(instant) updatedAt!: Date
  @Column(count) version!: number
}

/** One fact of a booking's history: codes and ids alone. Append-only. */
@Entity('booking_events')
@Index('ix_booking_events_booking', ['bookingId', 'id'])
export class BookingEventRow {
  @PrimaryColumn(id) id!: string
  @Column(id) bookingId!: string
  @Column(code(20)) action!: BookingAction | 'hold' | 'book' | 'displace'
  @Column(code(12)) status!: BookingStatus
  /** Null for what happened by itself. */
  @Column({ ...id, ...nullable }) actorId!: string | null
  /** The membership that was used; null for whoever acted as a resident. */
  @Column({ ...id, ...nullable }) membershipId!: string | null
  @Column(instant) at!: Date
}

/** What decides whether someone may book online. Every booking of theirs passes through this row. */
@Entity('booking_persons')
export class BookingPersonRow {
  @PrimaryColumn(code(80)) subjectKey!: string
  @Column(count) bookings!: number
  @Column({ ...instant, ...nullable }) pausedUntil!: Date | null
  /** No-shows before it count no more. */
  @Column({ ...instant, ...nullable }) liftedAt!: Date | null
}
