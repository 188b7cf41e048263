import { Column, Entity, PrimaryColumn } from 'typeorm'
import { code, count, id, instant, nullable } from '../db/columns'

/** Which process runs a job, and when it is to run again. One row a job. */
@Entity('job_leases')
export class JobLease {
  @PrimaryColumn(code(60)) name!: string
  /** The runner that has it; null when nobody does. */
  @Column({ ...id, ...nullable }) ownerId!: string | null
  /** A holder that is not heard of until then is taken for dead. */
  @Column({ ...instant, ...nullable }) leasedUntil!: Date | null
  /** Not before: the next run of a recurring job, or the end of a pause after failures. */
  @Column(instant) dueAt!: Date
  /** When it last ran to its end. */
  @Column({ ...instant, ...nullable }) lastAt!: Date | null
  /** In a row. */
  @Column(count) failures!: number
}
