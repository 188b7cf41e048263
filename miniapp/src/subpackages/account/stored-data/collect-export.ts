import type { Exported } from '@xinban/shared/contracts'
import { call } from '@/platform/request'

/** Everything, part by part. @throws ApiProblem */
export async function collectExport(): Promise<Omit<Exported, 'nextCursor'>> {
  const { nextCursor, ...all } = await call('me.export', { query: {} })
  for (let cursor = nextCursor; cursor !== null;) {
    const more = await call('me.export', { query: { cursor } })
    all.orders.push(...more.orders)
    cursor = more.nextCursor
  }
  return all
}
