import type { PointReason, RedemptionState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, nullable, orgCode } from '../../db/columns'

/** The points ledger: rows are added and never changed. */
@Entity('point_entries')
@Index('uq_point_entries', ['reason', 'subjectId'], { unique: true })
@Index('ix_point_entries_person', ['personId', 'id'])
export class PointEntryRow {
  @PrimaryColumn(id) id!: string
  @Column(id) personId!: string
  @Column(code(16)) reason!: PointReason
  /** The sign-up or redemption; of a correction its own id. */
  @Column(id) subjectId!: string
  /** Its title, as it was then. */
  @Column({ ...code(40), ...nullable }) subject!: string | null
  @Column(count) halfPoints!: number
  /** After this entry. */
  @Column(count) balance!: number
  /** What this entry adds to the confirmed minutes. */
  @Column(count) minutes!: number
  @Column({ ...code(200), ...nullable }) note!: string | null
  /** The membership that made it; null where the volunteer did. */
  @Column({ ...id, ...nullable }) byMembershipId!: string | null
  @Column(instant) at!: Date
}

/** Sums of the ledger by person, kept as entries are added (`pnpm points:verify`). */
@Entity('point_balances')
export class PointBalance {
  @PrimaryColumn(id) personId!: string
  @Column(count) halfPoints!: number
  @Column(count) minutes!: number
  @Column(count) activities!: number
}

/** What the market of an org gives. */
@Entity('rewards')
@Index('ix_rewards_org', ['orgCode', 'isClosed', 'id'])
export class RewardRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) orgCode!: string
  @Column(code(40)) title!: string
  @Column(code(200)) detail!: string
  @Column(count) costHalfPoints!: number
  /** Pieces left: a conditional decrement. */
  @Column(count) stock!: number
  @Column(flag) isClosed!: boolean
  @Column(flag) isDemo!: boolean
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}

/** One piece that somebody gave points for. */
@Entity('redemptions')
@Index('ix_redemptions_person', ['personId', 'id'])
@Index('ix_redemptions_org', ['orgCode', 'state', 'id'])
export class RedemptionRow {
  @PrimaryColumn(id) id!: string
  @Column(id) rewardId!: string
  @Column(code(40)) title!: string
  @Column(orgCode) orgCode!: string
  @Column(id) personId!: string
  @Column(count) halfPoints!: number
  @Column(code(6)) code!: string
  @Column(code(16)) state!: RedemptionState
  @Column(instant) at!: Date
  @Column(count) version!: number
  @Column(instant) updatedAt!: Date
}
