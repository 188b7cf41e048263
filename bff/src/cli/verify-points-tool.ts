import { verifyPoints } from '../modules/volunteers'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

/**
 * `pnpm points:verify`: adds the points ledger up anew and compares it with every balance. Exit code 1 on any difference.
 */
export async function verifyPointsTool(): Promise<number> {
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`verifying the points of ${databaseWords(env)}\n`)
    const { people, entries, differences } = await verifyPoints(services.db.reader)
    for (const { personId, what, stored, reckoned } of differences) {
      process.stdout.write(`${personId}: ${what} stored ${stored}, reckoned ${reckoned}\n`)
    }
    process.stdout.write(`${people} people, ${entries} entries, ${differences.length} differences\n`)
    return differences.length > 0 ? 1 : 0
  } finally {
    await services.db.close()
  }
}
