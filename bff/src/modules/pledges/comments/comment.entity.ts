import type { CommentState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, nullable, orgCode, text } from '../../../db/columns'

/** What a resident wrote about a pledge. Whatever is decided about it, the original is kept. */
@Entity('pledge_comments')
@Index('ix_pledge_comments_pledge', ['pledgeId', 'state', 'id'])
@Index('ix_pledge_comments_org', ['orgCode', 'state', 'id'])
@Index('ix_pledge_comments_author', ['authorId', 'id'])
export class CommentRow {
  @PrimaryColumn(id) id!: string
  @Column(id) pledgeId!: string
  @Column(orgCode) orgCode!: string
  @Column(id) authorId!: string
  @Column(code(12)) state!: CommentState
  /** Null when the account is gone. */
  @Column({ ...text, ...nullable }) text!: string | null
  @Column({ ...code(200), ...nullable }) reason!: string | null
  @Column(count) version!: number
  @Column(instant) createdAt!: Date
}
