import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Events say how many pictures came with them. */
export class PictureCounts1764892800000 implements MigrationInterface {
  readonly name = 'PictureCounts1764892800000'

  async up(runner: QueryRunner): Promise<void> {
    await this.rewrite(runner, (data, pictures) => ({ ...data, pictures }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.rewrite(runner, ({ pictures: _, ...data }) => data)
  }

  private async rewrite(
    runner: QueryRunner,
    change: (data: Record<string, unknown>, pictures: number) => Record<string, unknown>,
  ): Promise<void> {
    const events = (await runner.query(
      `SELECT e.id, e.data, COUNT(*) AS pictures FROM files f JOIN order_events e ON e.id = f.event_id GROUP BY e.id, e.data`,
    )) as { id: string; data: string; pictures: number | string }[]
    for (const { id, data, pictures } of events) {
      const next = change(JSON.parse(data) as Record<string, unknown>, Number(pictures))
      await runner.query('UPDATE order_events SET data = ? WHERE id = ?', [JSON.stringify(next), id])
    }
  }
}
