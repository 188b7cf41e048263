import type {
  ClockKind,
  OrderKind,
  OrderRules,
  OrderStatus,
  ScorePart,
  Stars,
  WishCategory,
} from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode, text } from '../../db/columns'

/** A clock that runs, as far as lists show it; the whole of it is a row of `order_clocks`. Times are ISO 8601 in UTC. */
export interface RunningClock {
  readonly kind: ClockKind
  readonly holderCode: string
  readonly startedAt: string
  readonly warnAt: string
  readonly dueAt: string
  readonly isProvisional?: true
}

/** A unit beside the one that claimed it. */
export interface Partner {
  readonly code: string
  readonly hasJoined: boolean
}

/** What lists and transitions need. Whatever is personal stands in `OrderPrivate`. */
@Entity('orders')
@Index('uq_orders_no', ['no'], { unique: true })
@Index('uq_orders_source', ['sourceRef'], { unique: true })
@Index('ix_orders_owner', ['ownerId', 'status', 'id'])
@Index('ix_orders_owner_org', ['ownerOrgCode', 'status', 'id'])
@Index('ix_orders_placed_by', ['placedById', 'status', 'id'])
@Index('ix_orders_community', ['communityCode', 'status', 'id', 'ownerOrgCode'])
@Index('ix_orders_street', ['streetCode', 'status', 'id'])
@Index('ix_orders_district', ['districtCode', 'status', 'id'])
@Index('ix_orders_assignee', ['assigneeOrgCode', 'status', 'id'])
@Index('ix_orders_community_urgency', ['communityCode', 'status', 'urgency', 'id', 'ownerOrgCode'])
@Index('ix_orders_street_urgency', ['streetCode', 'status', 'urgency', 'id'])
@Index('ix_orders_district_urgency', ['districtCode', 'status', 'urgency', 'id'])
@Index('ix_orders_assignee_urgency', ['assigneeOrgCode', 'status', 'urgency', 'id'])
@Index('ix_orders_public', ['communityCode', 'isPublic', 'status', 'id'])
@Index('ix_orders_wall', ['districtCode', 'isListed', 'status', 'wallRank', 'id'])
@Index('ix_orders_offered', ['streetCode', 'offeredAt', 'id'])
@Index('ix_orders_merged_into', ['mergedIntoId'])
@Index('ix_orders_default_review', ['defaultReviewAt', 'id'])
export class OrderRow {
  @PrimaryColumn(id) id!: string
  @Column(code(16)) no!: string
  @Column(code(16)) kind!: OrderKind
  @Column(code(16)) status!: OrderStatus
  @Column(orgCode) districtCode!: string
  @Column(orgCode) streetCode!: string
  @Column(orgCode) communityCode!: string
  /** Grid, team or unit it was dispatched to; a member of it when one was named. */
  @Column({ ...orgCode, ...nullable }) assigneeOrgCode!: string | null
  @Column({ ...id, ...nullable }) assigneeId!: string | null
  /** Null until the person it was placed for signs in with their phone. */
  @Column({ ...id, ...nullable }) ownerId!: string | null
  /** Nobody's id where it is a department's: who wrote it stands in its first event. */
  @Column(id) placedById!: string
  /** The department whose task it is; null for what people ask. */
  @Column({ ...orgCode, ...nullable }) ownerOrgCode!: string | null
  @Column(flag) isOnBehalf!: boolean
  @Column({ ...id, ...nullable }) serviceItemId!: string | null
  /** Which version of the item it was placed under. */
  @Column({ ...count, ...nullable }) serviceItemVersion!: number | null
  @Column(code(80)) title!: string
  @Column({ ...code(100), ...nullable }) place!: string | null
  @Column(code(8)) urgency!: 'normal' | 'urgent'
  @Column(code(8)) visibility!: 'private' | 'public'
  /** Masked name, `王**`. */
  @Column({ ...code(16), ...nullable }) requesterName!: string | null
  @Column(instant) placedAt!: Date
  @Column(instant) updatedAt!: Date
  @Column({ ...instant, ...nullable }) fulfilledAt!: Date | null
  /** How long its owner may rate and object since then: what was so at that time. */
  @Column({ ...json, ...nullable }) windows!: OrderRules | null
  @Column({ ...instant, ...nullable }) ratedAt!: Date | null
  /** The first rating, the one that counts, and what its owner said after it was put right. */
  @Column({ ...count, ...nullable }) stars!: Stars | null
  @Column({ ...count, ...nullable }) followUpStars!: Stars | null
  /** The first rating was written down by the street, for someone without an account. */
  @Column({ ...flag, default: false }) isTelephoneRating!: boolean
  /** When a review is to be noted by default; null where none is, or it was. */
  @Column({ ...instant, ...nullable }) defaultReviewAt!: Date | null
  /** The review that was noted because nobody rated; counted apart, and gone once somebody does. */
  @Column({ ...count, ...nullable }) defaultStars!: Stars | null
  /** Of the street's marks, 0–100. */
  @Column({ ...count, ...nullable }) gradeTotal!: number | null
  /** Parts of the scores that an approved docket took it out of. */
  @Column({ ...json, ...nullable }) excludedParts!: ScorePart[] | null
  @Column({ ...instant, ...nullable }) calledBackAt!: Date | null
  @Column({ ...instant, ...nullable }) rectifiedAt!: Date | null
  @Column({ ...instant, ...nullable }) followedUpAt!: Date | null
  @Column({ ...instant, ...nullable }) extensionAskedAt!: Date | null
  @Column({ ...instant, ...nullable }) extensionResolvedAt!: Date | null
  @Column({ ...instant, ...nullable }) urgedAt!: Date | null
  @Column({ ...count, default: 0 }) urgeCount!: number
  @Column({ ...instant, ...nullable }) disputedAt!: Date | null
  @Column({ ...instant, ...nullable }) disputeResolvedAt!: Date | null
  /** The street found that its owner was right. */
  @Column({ ...flag, default: false }) isDisputeUpheld!: boolean
  @Column({ ...instant, ...nullable }) escalatedAt!: Date | null
  @Column({ ...instant, ...nullable }) escalationResolvedAt!: Date | null
  @Column({ ...count, default: 0 }) declineCount!: number
  @Column({ ...count, default: 0 }) reworkCount!: number
  /** Working days of the service item's own limit, which wins over the district's. */
  @Column({ ...count, ...nullable }) limitDays!: number | null
  /** Accepted as a complex one, which has a longer limit. */
  @Column({ ...flag, default: false }) isComplex!: boolean
  /** By when its present holder has to fulfil it; null where no such clock runs. */
  @Column({ ...instant, ...nullable }) fulfilDueAt!: Date | null
  /** Its running clocks by due time, kept with each step so that a list needs no other table; null where none ever ran. */
  @Column({ ...json, ...nullable }) clocks!: RunningClock[] | null
  /** When staff approved its title and place for everyone to see. */
  @Column({ ...instant, ...nullable }) approvedAt!: Date | null
  /** The same as a flag, for the index of public lists. */
  @Column({ ...flag, default: false }) isPublic!: boolean
  /** The order that says the same and goes on in its place. */
  @Column({ ...id, ...nullable }) mergedIntoId!: string | null
  /** People who said they need it too; kept as they do. */
  @Column({ ...count, default: 0 }) secondCount!: number
  /** Since when it waits for the street to let units claim it. */
  @Column({ ...instant, ...nullable }) offeredAt!: Date | null
  /** What everyone may read of it on the wall; the street checks both. */
  @Column({ ...code(40), ...nullable }) publicTitle!: string | null
  @Column({ ...code(16), ...nullable }) wishCategory!: WishCategory | null
  /** It is on the wall, or a unit took it from there. */
  @Column({ ...flag, default: false }) isListed!: boolean
  @Column({ ...instant, ...nullable }) firstListedAt!: Date | null
  /** How often it came back. */
  @Column({ ...count, default: 0 }) returnCount!: number
  /** Its place on the wall (shared/domain/wishes); lower is higher. */
  @Column({ ...count, ...nullable }) wallRank!: number | null
  /** Since when the unit in `assigneeOrgCode` has it from the wall, and when that first spoke with whoever asked. */
  @Column({ ...instant, ...nullable }) claimedAt!: Date | null
  @Column({ ...instant, ...nullable }) contactedAt!: Date | null
  /** Units that it asked to join in, and those that did; null where there are none. */
  @Column({ ...json, ...nullable }) partners!: Partner[] | null
  @Column(count) version!: number
  /** Where an imported order came from, so that an import runs twice without harm. */
  @Column({ ...code(64), ...nullable }) sourceRef!: string | null
}

/** The personal side of an order, deletable by itself. The sealed columns are encrypted JSON. */
@Entity('order_privates')
@Index('ix_order_privates_beneficiary', ['beneficiaryPhoneHash'])
export class OrderPrivate {
  @PrimaryColumn(id) orderId!: string
  @Column(text) content!: string
  /** What comparing needs of the words (shared/domain/similarity), as private as they are. */
  @Column({ ...text, ...nullable }) features!: string | null
  /** `{name?, phone?, address?}` */
  @Column({ ...text, ...nullable }) contactSealed!: string | null
  /** `{lat, lng}` in GCJ-02 */
  @Column({ ...text, ...nullable }) pointSealed!: string | null
  /** `{name, phone?, relation}` */
  @Column({ ...text, ...nullable }) beneficiarySealed!: string | null
  @Column({ ...code(64), ...nullable }) beneficiaryPhoneHash!: string | null
}
