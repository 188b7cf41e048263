import type { EntityManager } from 'typeorm'
import type { NoticeRow } from './notice.entity'

/**
 * A way by which people are told. It runs in the transaction of the message, so it does nothing but database work: a
 * channel to the outside writes down here what is to be sent, and has a job of its own that sends it.
 */
export interface Channel {
  readonly name: string
  send(em: EntityManager, notice: NoticeRow): Promise<void>
}
