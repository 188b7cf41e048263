import type { NeedSource, NeedState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, nullable, orgCode, text } from '../../db/columns'

/** What a community needs, as somebody said it. Its public answer and the words that staff approved for it are facts. */
@Entity('needs')
@Index('ix_needs_community', ['communityCode', 'state', 'id'])
@Index('ix_needs_street', ['streetCode', 'state', 'id'])
@Index('ix_needs_district', ['districtCode', 'state', 'id'])
@Index('ix_needs_owner', ['ownerId', 'id'])
@Index('ix_needs_group', ['groupId'])
@Index('ix_needs_order', ['orderId'])
@Index('ix_needs_candidate', ['candidateId'])
export class NeedRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) districtCode!: string
  @Column(orgCode) streetCode!: string
  @Column(orgCode) communityCode!: string
  @Column(code(12)) source!: NeedSource
  @Column(code(12)) state!: NeedState
  /** Who needs it; null for what staff heard, and when the account is gone. */
  @Column({ ...id, ...nullable }) ownerId!: string | null
  @Column(id) writtenById!: string
  /** The order that it came from, or that it became. */
  @Column({ ...id, ...nullable }) orderId!: string | null
  /** Itself, or the first need of those that say the same. */
  @Column(id) groupId!: string
  @Column({ ...id, ...nullable }) candidateId!: string | null
  /** What it is called in public; null until it is answered. */
  @Column({ ...code(80), ...nullable }) publicTitle!: string | null
  /** What officials answered. */
  @Column({ ...text, ...nullable }) answerNote!: string | null
  @Column({ ...instant, ...nullable }) answeredAt!: Date | null
  @Column(flag) isDemo!: boolean
  @Column(count) version!: number
  @Column(instant) createdAt!: Date
}

/** Its own words, apart so that they can be deleted while the fact stays. */
@Entity('need_texts')
export class NeedText {
  @PrimaryColumn(id) needId!: string
  @Column(code(80)) title!: string
  @Column(text) content!: string
  /** What comparing needs; made from the words. */
  @Column(text) features!: string
}
