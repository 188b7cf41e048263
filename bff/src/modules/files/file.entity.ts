import type { ImageMime } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, nullable } from '../../db/columns'

/**
 * A picture that somebody uploaded; the bytes are in the file store under the same id. It belongs to its uploader
 * until an event of an order or a pledge takes it, and then to that event for good.
 */
@Entity('files')
@Index('ix_files_order', ['orderId', 'position'])
@Index('ix_files_uploader', ['uploaderId', 'attachedAt'])
@Index('ix_files_unattached', ['attachedAt', 'createdAt'])
export class FileRow {
  @PrimaryColumn(id) id!: string
  @Column(id) uploaderId!: string
  /** The order, or the pledge. Null, like the event, its place in it and the time, until it is attached. */
  @Column({ ...id, ...nullable }) orderId!: string | null
  @Column({ ...id, ...nullable }) eventId!: string | null
  /** From 0, in the order in which the pictures were given. */
  @Column({ ...count, ...nullable }) position!: number | null
  @Column(code(32)) mime!: ImageMime
  /** Size, width, height and SHA-256 of the full picture as it is kept. */
  @Column(count) bytes!: number
  @Column(count) width!: number
  @Column(count) height!: number
  @Column(code(64)) sha256!: string
  @Column(instant) createdAt!: Date
  @Column({ ...instant, ...nullable }) attachedAt!: Date | null
}
