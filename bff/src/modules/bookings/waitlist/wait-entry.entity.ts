import type { WaitState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, nullable } from '../../../db/columns'

/** Someone who waits for a place of a full slot. Ids sort by when they came. */
@Entity('waitlist_entries')
@Index('uq_waitlist_entries_open', ['openKey'], { unique: true })
@Index('ix_waitlist_entries_slot', ['slotId', 'state', 'id'])
@Index('ix_waitlist_entries_person', ['personId', 'id'])
export class WaitEntryRow {
  @PrimaryColumn(id) id!: string
  @Column(id) slotId!: string
  @Column(id) hallId!: string
  @Column(id) itemId!: string
  @Column(instant) startsAt!: Date
  @Column(instant) endsAt!: Date
  @Column(id) personId!: string
  @Column(code(10)) state!: WaitState
  /** Slot and person while it is open: nobody waits twice for one slot. */
  @Column({ ...code(80), ...nullable }) openKey!: string | null
  /** The hold by which a place was offered. */
  @Column({ ...id, ...nullable }) bookingId!: string | null
  @Column(instant) createdAt!: Date
  @Column(instant) updatedAt!: Date
  @Column(count) version!: number
}
