import type { RefusalDecision, Role, Stars, WhistleAction, WhistleStatus } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, nullable, orgCode, text } from '../../db/columns'

/** Codes and numbers that belong to an action; never free text, never a position. */
export interface WhistleEventData {
  decision?: RefusalDecision
  stars?: Stars
  isByCode?: true
  /** How far from the place the phone was, in whole metres. */
  metres?: number
  pictures?: number
}

/** One fact about a whistle. Append-only; `seq` is the version that it made. */
@Entity('whistle_events')
@Index('uq_whistle_events_seq', ['whistleId', 'seq'], { unique: true })
@Index('ix_whistle_events_actor', ['actorId', 'id'])
export class WhistleEventRow {
  @PrimaryColumn(id) id!: string
  @Column(id) whistleId!: string
  @Column(count) seq!: number
  @Column(code(20)) action!: WhistleAction | 'blow'
  @Column(id) actorId!: string
  @Column(id) membershipId!: string
  @Column(code(20)) actorRole!: Role
  @Column(orgCode) actorOrgCode!: string
  /** The department that acted, or about which was decided. */
  @Column({ ...orgCode, ...nullable }) departmentCode!: string | null
  @Column(code(12)) toStatus!: WhistleStatus
  @Column(instant) at!: Date
  @Column(json) data!: WhistleEventData
}

/** What a person wrote with an event, apart from it so that it can be deleted while the fact stays. */
@Entity('whistle_event_texts')
export class WhistleEventText {
  @PrimaryColumn(id) eventId!: string
  @Column(text) note!: string
}
