import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, id, instant } from '../../../db/columns'

/** A trace of a device: no person stands in it, and it goes after 30 days (docs/adr/0013). */
@Entity('device_signs')
@Index('uq_device_signs_day', ['deviceHash', 'kind', 'subject', 'day'], { unique: true })
@Index('ix_device_signs_device', ['deviceHash', 'kind', 'at'])
@Index('ix_device_signs_at', ['at'])
@Index('ix_device_signs_subject', ['subject'])
export class DeviceSignRow {
  @PrimaryColumn(id) id!: string
  /** See `DeviceHasher`. */
  @Column(code(64)) deviceHash!: string
  @Column(code(16)) kind!: 'staff_session' | 'rating'
  /** Of a staff session the code of the org, of a rating the id of the order. */
  @Column(id) subject!: string
  /** In China: one trace a day is enough. */
  @Column(code(10)) day!: string
  @Column(instant) at!: Date
}
