import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant } from '../db/columns'

/** Which resource a person's `Idempotency-Key` made, so that a repeated request gives it again. */
@Entity('idempotency_keys')
@Index('ix_idempotency_keys_created', ['createdAt'])
export class IdempotencyKey {
  /** SHA-256 of person, method, path and key. */
  @PrimaryColumn(code(64)) scopeHash!: string
  @Column(code(64)) bodyHash!: string
  @Column(id) resourceId!: string
  @Column(instant) createdAt!: Date
}
