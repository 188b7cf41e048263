import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, json, nullable } from '../db/columns'

/** What the world is to be told, written in the transaction of the fact itself. Codes and ids only. */
@Entity('outbox')
@Index('ix_outbox_due', ['deadAt', 'dispatchedAt', 'id'])
@Index('ix_outbox_waiting', ['retryAt', 'subject'])
export class OutboxRow {
  @PrimaryColumn(id) id!: string
  @Column(code(60)) topic!: string
  @Column(json) payload!: Record<string, unknown>
  @Column(instant) createdAt!: Date
  /** Every handler of its topic has done its part. */
  @Column({ ...instant, ...nullable }) dispatchedAt!: Date | null
  /** What its message is about, `order:ID`: messages about the same thing keep their order. */
  @Column({ ...code(60), ...nullable }) subject!: string | null
  /** How often a handler failed. */
  @Column({ ...count, default: 0 }) attempts!: number
  /** After a failure: not before, and neither are later messages about the same thing. */
  @Column({ ...instant, ...nullable }) retryAt!: Date | null
  /** Given up: a dead letter, until an administrator has it tried again. */
  @Column({ ...instant, ...nullable }) deadAt!: Date | null
  /** The kind of error that its last attempt met, never its words: these may repeat what people wrote. */
  @Column({ ...code(120), ...nullable }) error!: string | null
}
