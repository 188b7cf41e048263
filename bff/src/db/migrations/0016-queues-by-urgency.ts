import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

/** The queues that show urgent orders first. */
const queues = {
  community: 'community_code',
  street: 'street_code',
  district: 'district_code',
  assignee: 'assignee_org_code',
}
const nameOf = (queue: string): string => `ix_orders_${queue}_urgency`

/** Urgent and other orders of a queue as ranges of their own, so that urgent ones come first at the cost of a page. */
export class QueuesByUrgency1765152000000 implements MigrationInterface {
  readonly name = 'QueuesByUrgency1765152000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [queue, column] of Object.entries(queues)) {
      const columnNames = [column, 'status', 'urgency', 'id']
      await runner.createIndex('orders', new TableIndex({ name: nameOf(queue), columnNames }))
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const queue of Object.keys(queues)) await runner.dropIndex('orders', nameOf(queue))
  }
}
