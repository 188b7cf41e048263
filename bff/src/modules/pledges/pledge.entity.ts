import type {
  SurveyFinding,
  ObjectionDecision,
  ObjectionState,
  PledgeCategory,
  PledgeState,
  Stars,
} from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, nullable, orgCode, text } from '../../db/columns'

interface StoredIndicator {
  id: string
  name: string
  target: number
  unit: string
  value: number | null
}
export interface StoredMilestone {
  id: string
  title: string
  weight: number
  /** `YYYY-MM-DD` */
  dueOn: string
  progress: number | null
  /** ISO 8601, UTC. */
  completedAt: string | null
  /** How many reports with evidence stand behind it. */
  evidence: number
}
/** What is promised as it stands now; what it was before is in the events. */
export interface StoredTerms {
  measures: string
  indicators: StoredIndicator[]
  milestones: StoredMilestone[]
  startsOn: string
  deadline: string
  /** Fen exceed the integers of a column. */
  budget: { fen: number; source: string }
  responsible: { unit: string; person: string; unitCode?: string | undefined }
  contact: string
}

/** One practical thing. */
@Entity('pledges')
@Index('uq_pledges_number', ['listId', 'number'], { unique: true })
@Index('ix_pledges_wake', ['wakeAt'])
@Index('ix_pledges_candidate', ['candidateId'])
export class PledgeRow {
  @PrimaryColumn(id) id!: string
  @Column(id) listId!: string
  @Column(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column({ ...orgCode, ...nullable }) streetCode!: string | null
  @Column({ ...orgCode, ...nullable }) communityCode!: string | null
  @Column(count) year!: number
  @Column(count) number!: number
  @Column(code(80)) title!: string
  @Column(code(20)) category!: PledgeCategory
  @Column(code(16)) state!: PledgeState
  @Column(json) terms!: StoredTerms
  @Column({ ...id, ...nullable }) candidateId!: string | null
  /** The last report; null before the first. */
  @Column({ ...instant, ...nullable }) reportedAt!: Date | null
  /** When everything was reported done and the public notice began; null again when it was sent back. */
  @Column({ ...instant, ...nullable }) noticeFrom!: Date | null
  @Column({ ...instant, ...nullable }) struckOffAt!: Date | null
  @Column({ ...orgCode, ...nullable }) struckOffByCode!: string | null
  /** Of the district, where the survey did not reach its threshold. */
  @Column({ ...text, ...nullable }) statement!: string | null
  /** What the survey of it found; null as long as none was held and closed. */
  @Column({ ...json, ...nullable }) survey!: SurveyFinding | null
  @Column({ ...count, ...nullable }) gradeScore!: number | null
  @Column({ ...text, ...nullable }) gradeNote!: string | null
  @Column({ ...instant, ...nullable }) gradedAt!: Date | null
  /** When a reminder or the mark of a stale pledge is due next; null when there is nothing to wait for. */
  @Column({ ...instant, ...nullable }) wakeAt!: Date | null
  /** The milestone, with its date, of which people were reminded last. */
  @Column({ ...code(60), ...nullable }) remindedOf!: string | null
  /** Since when it counts as stale; null while it is not. */
  @Column({ ...instant, ...nullable }) staleAt!: Date | null
  @Column(count) version!: number
  @Column(instant) createdAt!: Date
}

/** The latest stars of one person. */
@Entity('pledge_ratings')
@Index('ix_pledge_ratings_person', ['personId'])
export class PledgeRatingRow {
  @PrimaryColumn(id) pledgeId!: string
  @PrimaryColumn(id) personId!: string
  @Column(count) stars!: Stars
  @Column(instant) at!: Date
}

@Entity('pledge_objections')
@Index('ix_pledge_objections_pledge', ['pledgeId', 'state'])
@Index('ix_pledge_objections_person', ['personId'])
export class ObjectionRow {
  @PrimaryColumn(id) id!: string
  @Column(id) pledgeId!: string
  @Column(id) personId!: string
  @Column(code(12)) state!: ObjectionState
  @Column(instant) at!: Date
  /** In its own words; null when the account is gone. */
  @Column({ ...text, ...nullable }) text!: string | null
  /** What it says, as everyone may read it. */
  @Column({ ...code(200), ...nullable }) summary!: string | null
  @Column({ ...code(10), ...nullable }) decision!: ObjectionDecision | null
  @Column({ ...text, ...nullable }) answer!: string | null
  @Column({ ...instant, ...nullable }) answeredAt!: Date | null
  @Column({ ...text, ...nullable }) appealText!: string | null
  @Column({ ...instant, ...nullable }) appealedAt!: Date | null
  @Column({ ...code(10), ...nullable }) appealDecision!: ObjectionDecision | null
  @Column({ ...text, ...nullable }) appealAnswer!: string | null
  @Column({ ...instant, ...nullable }) appealAnsweredAt!: Date | null
}
