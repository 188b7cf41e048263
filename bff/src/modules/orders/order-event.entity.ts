import type {
  DeclineDecision,
  DeclineReason,
  DisputeDecision,
  EscalationDecision,
  ExtensionDecision,
  GradeScores,
  OrderDeed,
  OrderStatus,
  Role,
  Stars,
} from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode, text } from '../../db/columns'

/** Codes and ids that belong to an action; never free text, never personal data. */
export interface EventData {
  reason?: DeclineReason
  decision?: DeclineDecision | ExtensionDecision | DisputeDecision | EscalationDecision
  /** Org it went to: a redirect's community, a dispatch's grid or unit. */
  toCode?: string
  memberId?: string
  stars?: Stars
  /** Said on the telephone by someone without an account, and written down by the street; counted apart. */
  isTelephone?: true
  reasons?: number[]
  scores?: GradeScores
  consent?: true
  /** How many pictures came with it, so that nobody looks for them where there are none. */
  pictures?: number
  /** The order it was merged into. */
  intoId?: string
  /** Working days that were asked for or granted beyond the deadline, or that a complex order has. */
  days?: number
  /** Accepted as a complex one. */
  isComplex?: true
  /** Whether the resident was reached by telephone. */
  isReached?: boolean
  /** Of a fulfilment: the review that is noted after so many days (calendar days) where nobody rates by then. */
  defaultReview?: { stars: Stars; afterDays: number; ruleVersion: string }
  /** By which rules a default review was noted. */
  ruleVersion?: string
  /** It was the one decline or rework too many: the district decides. */
  isEscalated?: true
  /** A wish: it waits for the street's word from the beginning. */
  isOffered?: true
  /** Whoever a wish was for agreed to the pictures. */
  photoConsent?: true
}

/** One fact about an order. Append-only: the sequence is unique, so two commands can never both be the next. */
@Entity('order_events')
@Index('uq_order_events_seq', ['orderId', 'seq'], { unique: true })
@Index('ix_order_events_actor', ['actorId', 'id'])
@Index('ix_order_events_org', ['actorOrgCode', 'action', 'at'])
export class OrderEventRow {
  @PrimaryColumn(id) id!: string
  @Column(id) orderId!: string
  /** The version of the order that the event made. */
  @Column(count) seq!: number
  @Column(code(24)) action!: OrderDeed
  /** `nobody` where the event is noted because nobody did anything. */
  @Column(id) actorId!: string
  /** The membership that was used; null for a resident. */
  @Column({ ...id, ...nullable }) membershipId!: string | null
  @Column({ ...code(20), ...nullable }) actorRole!: Role | null
  @Column({ ...orgCode, ...nullable }) actorOrgCode!: string | null
  @Column({ ...code(16), ...nullable }) fromStatus!: OrderStatus | null
  @Column(code(16)) toStatus!: OrderStatus
  @Column(instant) at!: Date
  @Column(json) data!: EventData
  @Column(flag) isSynthetic!: boolean
}

/** What a person wrote with an event, apart from it so that it can be deleted while the fact stays. */
@Entity('order_event_texts')
export class OrderEventText {
  @PrimaryColumn(id) eventId!: string
  @Column(text) note!: string
}
