import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, json, nullable } from '../db/columns'

/** What the world is to be told, written in the transaction of the fact itself. Codes and ids only. */
@Entity('outbox')
@Index('ix_outbox_due', ['dispatchedAt', 'id'])
export class OutboxRow {
  @PrimaryColumn(id) id!: string
  @Column(code(60)) topic!: string
  @Column(json) payload!: Record<string, unknown>
  @Column(instant) createdAt!: Date
  @Column({ ...instant, ...nullable }) dispatchedAt!: Date | null
}
