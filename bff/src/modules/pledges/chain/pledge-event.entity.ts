import type { PledgeAction, PledgeListAction, Role } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, json, nullable, orgCode, text } from '../../../db/columns'

export type ChainAction =
  'create' | 'add-candidate' | 'approve-comment' | 'hide-comment' | 'survey' | PledgeAction | PledgeListAction

/** Codes, numbers and ids of an event; never free text, never personal data. */
export interface ChainData {
  milestoneId?: string
  progress?: number
  indicators?: { id: string; value: number }[]
  /** SHA-256 of each picture. */
  pictures?: string[]
  objectionId?: string
  commentId?: string
  candidateId?: string
  decision?: string
  score?: number
  number?: number
  /** Names of what an amendment changed. */
  fields?: string[]
  /** State of the list or pledge after it, where it moved. */
  to?: string
  survey?: { mean: number; coverage: number } | null
}

/** One link of a list's hash chain (docs/adr/0021). Append-only: two commands can never both be the next. */
@Entity('pledge_events')
@Index('uq_pledge_events_seq', ['listId', 'seq'], { unique: true })
@Index('ix_pledge_events_pledge', ['pledgeId', 'seq'])
@Index('ix_pledge_events_actor', ['actorId', 'pledgeId'])
export class PledgeEventRow {
  @PrimaryColumn(id) id!: string
  @Column(id) listId!: string
  @Column(count) seq!: number
  /** Null for an event of the list itself; with its number, which the hash covers. */
  @Column({ ...id, ...nullable }) pledgeId!: string | null
  @Column({ ...count, ...nullable }) pledgeNumber!: number | null
  @Column(code(24)) action!: ChainAction
  /** Outside of the hash: it may be forgotten. Null for what happened by itself. */
  @Column({ ...id, ...nullable }) actorId!: string | null
  @Column({ ...code(20), ...nullable }) actorRole!: Role | null
  @Column({ ...orgCode, ...nullable }) actorOrgCode!: string | null
  @Column(instant) at!: Date
  @Column(json) data!: ChainData
  /** SHA-256 of salt and words; null when the event has none. */
  @Column({ ...code(64), ...nullable }) commitment!: string | null
  @Column(code(64)) hash!: string
}

/** What was written with an event, as JSON, with the salt of its commitment. Deleted, the chain stays verifiable. */
@Entity('pledge_event_texts')
export class PledgeEventText {
  @PrimaryColumn(id) eventId!: string
  @Column(code(64)) salt!: string
  @Column(text) words!: string
  /** Whether everyone may read it; a resident's own words are not. */
  @Column(flag) isPublic!: boolean
}
