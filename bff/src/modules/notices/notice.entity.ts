import type { NoticeData, NoticeKind } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, json, nullable } from '../../db/columns'

/** What one person is told of one fact. Codes and ids: its words are made when it is read, by what they may see then. */
@Entity('notices')
@Index('uq_notices_source', ['recipientId', 'source', 'kind'], { unique: true })
@Index('ix_notices_recipient', ['recipientId', 'id'])
@Index('ix_notices_unread', ['recipientId', 'readAt', 'id'])
@Index('ix_notices_created', ['createdAt'])
export class NoticeRow {
  @PrimaryColumn(id) id!: string
  @Column(id) recipientId!: string
  @Column(code(40)) kind!: NoticeKind
  @Column(code(16)) subjectType!: 'order' | 'pledge' | 'need' | 'booking' | 'whistle' | 'survey' | 'activity'
  @Column(id) subjectId!: string
  /** The message that it came of, or the day of what is gathered: nobody is told twice. */
  @Column(code(80)) source!: string
  @Column(json) data!: NoticeData
  @Column(instant) createdAt!: Date
  @Column({ ...instant, ...nullable }) readAt!: Date | null
}
