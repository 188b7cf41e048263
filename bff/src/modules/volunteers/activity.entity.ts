import type { SignupState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, nullable, orgCode } from '../../db/columns'

/** One date of a team. Nothing of a person belongs into its texts. */
@Entity('activities')
@Index('ix_activities_team', ['teamCode', 'startsAt', 'id'])
@Index('ix_activities_order', ['orderId', 'startsAt', 'id'])
@Index('ix_activities_district', ['districtCode', 'isCancelled', 'startsAt', 'id'])
export class ActivityRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) teamCode!: string
  @Column(orgCode) districtCode!: string
  @Column(code(40)) title!: string
  @Column(code(40)) place!: string
  @Column(code(1000)) detail!: string
  @Column(instant) startsAt!: Date
  @Column(instant) endsAt!: Date
  @Column(count) capacity!: number
  /** Places taken: a conditional increment under the capacity. */
  @Column(count) taken!: number
  /** Six digits, shown at the place. */
  @Column(code(6)) checkCode!: string
  @Column(flag) isCancelled!: boolean
  /** Why, in the words of whoever called it off. */
  @Column({ ...code(200), ...nullable }) cancelNote!: string | null
  /** The order that it serves, which the team had claimed. */
  @Column({ ...id, ...nullable }) orderId!: string | null
  @Column(flag) isDemo!: boolean
  @Column({ ...id, ...nullable }) createdById!: string | null
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** An activity of which those who signed up are still to be reminded; gone once they were. */
@Entity('activity_reminders')
@Index('ix_activity_reminders_due', ['dueAt', 'activityId'])
export class ActivityReminderRow {
  @PrimaryColumn(id) activityId!: string
  @Column(instant) dueAt!: Date
}

/** Somebody's place at an activity: one row a person, whatever becomes of it. */
@Entity('signups')
@Index('uq_signups', ['activityId', 'personId'], { unique: true })
@Index('ix_signups_person', ['personId', 'id'])
export class SignupRow {
  @PrimaryColumn(id) id!: string
  @Column(id) activityId!: string
  @Column(orgCode) teamCode!: string
  @Column(id) personId!: string
  @Column(code(16)) state!: SignupState
  @Column({ ...instant, ...nullable }) checkedInAt!: Date | null
  @Column({ ...instant, ...nullable }) checkedOutAt!: Date | null
  @Column({ ...count, ...nullable }) minutes!: number | null
  @Column({ ...count, ...nullable }) halfPoints!: number | null
  /** The version of the rules by which they were reckoned. */
  @Column({ ...count, ...nullable }) ruleVersion!: number | null
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}
