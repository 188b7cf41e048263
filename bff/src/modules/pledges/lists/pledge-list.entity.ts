import type { PledgeCategory, PledgeListState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, nullable, orgCode, text } from '../../../db/columns'

/** The ten things of one org and year. */
@Entity('pledge_lists')
@Index('uq_pledge_lists_org', ['orgCode', 'year'], { unique: true })
@Index('ix_pledge_lists_district', ['districtCode', 'id'])
@Index('ix_pledge_lists_street', ['streetCode', 'id'])
export class PledgeListRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  /** Null for a list of the district, as the community for one of a street. */
  @Column({ ...orgCode, ...nullable }) streetCode!: string | null
  @Column({ ...orgCode, ...nullable }) communityCode!: string | null
  @Column(count) year!: number
  @Column(code(16)) state!: PledgeListState
  @Column(flag) isDemo!: boolean
  @Column({ ...instant, ...nullable }) voteOpensAt!: Date | null
  @Column({ ...instant, ...nullable }) voteClosesAt!: Date | null
  @Column(count) maxChoices!: number
  /** Verified persons when the vote opened. */
  @Column(count) rosterCount!: number
  /** Set when the pledges are published, after the vote. */
  @Column({ ...count, ...nullable }) votedCount!: number | null
  /** The street's consent to another number than ten. */
  @Column({ ...count, ...nullable }) consentNumber!: number | null
  @Column({ ...text, ...nullable }) consentNote!: string | null
  @Column({ ...instant, ...nullable }) consentAt!: Date | null
  @Column({ ...instant, ...nullable }) publishedAt!: Date | null
  @Column({ ...count, ...nullable }) gradeScore!: number | null
  @Column({ ...text, ...nullable }) gradeNote!: string | null
  @Column({ ...instant, ...nullable }) gradedAt!: Date | null
  @Column({ ...text, ...nullable }) closingNote!: string | null
  /** How many events its chain has, and the hash of the last. */
  @Column(count) eventCount!: number
  @Column({ ...code(64), ...nullable }) headHash!: string | null
  @Column(count) version!: number
  @Column(instant) createdAt!: Date
}

/** What is put to the vote. */
@Entity('pledge_candidates')
@Index('uq_pledge_candidates_number', ['listId', 'number'], { unique: true })
export class CandidateRow {
  @PrimaryColumn(id) id!: string
  @Column(id) listId!: string
  @Column(count) number!: number
  @Column(code(80)) title!: string
  @Column(text) summary!: string
  @Column(code(20)) category!: PledgeCategory
  /** A counter and nothing else: no row says who chose what. */
  @Column(count) votes!: number
}

/**
 * Who may vote, frozen when the vote opened, and whether they did. It holds no time and no choice, and its order is that
 * of the persons (docs/adr/0020).
 */
@Entity('pledge_vote_roster')
@Index('ix_pledge_vote_roster_person', ['personId'])
export class RosterRow {
  @PrimaryColumn(id) listId!: string
  @PrimaryColumn(id) personId!: string
  @Column(flag) hasVoted!: boolean
}
