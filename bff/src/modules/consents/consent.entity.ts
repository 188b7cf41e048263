import type { ConsentKind, ConsentSource } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant, nullable } from '../../db/columns'

/** That a person agreed, under which words. One that was taken back stays, as proof of what held until then. */
@Entity('consents')
@Index('ix_consents_person', ['personId', 'id'])
export class ConsentRow {
  @PrimaryColumn(id) id!: string
  @Column(id) personId!: string
  @Column(code(32)) kind!: ConsentKind
  @Column(code(16)) noticeVersion!: string
  /** Whose word it is that they agreed. */
  @Column({ ...code(8), default: 'self' }) source!: ConsentSource
  @Column(instant) at!: Date
  @Column({ ...instant, ...nullable }) withdrawnAt!: Date | null
}
