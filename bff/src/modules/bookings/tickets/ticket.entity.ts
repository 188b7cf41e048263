import type { Priority, TicketState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, flag, id, instant, nullable } from '../../../db/columns'

/** A number of a hall's day: of a walk-in, or of a booking from its check-in. */
@Entity('tickets')
@Index('uq_tickets_number', ['hallId', 'day', 'number'], { unique: true })
@Index('uq_tickets_open', ['openKey'], { unique: true })
@Index('ix_tickets_state', ['hallId', 'day', 'state', 'number'])
@Index('ix_tickets_person', ['personId', 'id'])
@Index('ix_tickets_due', ['dueAt'])
export class TicketRow {
  @PrimaryColumn(id) id!: string
  @Column(id) hallId!: string
  @Column({ ...id, ...nullable }) itemId!: string | null
  @Column(code(10)) day!: string
  @Column(count) number!: number
  @Column(code(10)) state!: TicketState
  @Column(code(8)) kind!: 'walk_in' | 'booking'
  @Column({ ...id, ...nullable }) bookingId!: string | null
  @Column({ ...instant, ...nullable }) bookedFor!: Date | null
  @Column(code(10)) priority!: Priority
  @Column({ ...count, ...nullable, name: 'window_no' }) window!: number | null
  /** Null for someone at the door, for whom staff drew it. */
  @Column({ ...id, ...nullable }) personId!: string | null
  /** Hall, day and person while it is open: nobody stands in a queue twice. */
  @Column({ ...code(100), ...nullable }) openKey!: string | null
  @Column(count) calls!: number
  @Column(flag) isResumed!: boolean
  @Column(instant) drawnAt!: Date
  @Column({ ...instant, ...nullable }) calledAt!: Date | null
  @Column({ ...instant, ...nullable }) finishedAt!: Date | null
  /** When its day is over and it is given up; null once it is closed. */
  @Column({ ...instant, ...nullable }) dueAt!: Date | null
  @Column(count) version!: number
}
