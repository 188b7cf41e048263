import type { Services } from '../src/context'

/**
 * Every statement that `work` sends to the database, in order, those that begin and end a transaction included: what the
 * number of them is promised to be is held by tests. Nothing else may be at work meanwhile.
 */
export async function statementsOf({ db }: Services, work: () => Promise<unknown>): Promise<string[]> {
  const sources = new Set([db.schemaSource, db.reader.connection])
  const sent: string[] = []
  const spies = [...sources].map(({ logger }) =>
    jest.spyOn(logger, 'logQuery').mockImplementation((sql) => void sent.push(sql.replace(/\s+/g, ' ').trim())),
  )
  try {
    await work()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return sent
}
