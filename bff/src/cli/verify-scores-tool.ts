import { contributionsOfBookings } from '../modules/bookings'
import { verifyScores } from '../modules/orders'
import { replayWhistles } from '../modules/whistles'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

/**
 * `pnpm scores:verify`: replays every order, visit to a hall and whistle, and compares what comes out with the stored counters.
 * Exit code 1 on any difference.
 */
export async function verifyScoresTool(): Promise<number> {
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`verifying the scores of ${databaseWords(env)}\n`)
    const { reader } = services.db
    const tell = (orders: number) => void (process.stderr.isTTY && process.stderr.write(`\r${orders} orders`))
    const report = await verifyScores(reader, tell, [contributionsOfBookings(reader), replayWhistles(reader)])
    for (const { no, fault } of report.orderFaults) process.stdout.write(`order ${no}: ${fault}\n`)
    for (const { key, stored, replayed } of report.differences) {
      process.stdout.write(`counter ${key}: stored ${stored}, replayed ${replayed}\n`)
    }
    const wrong = report.differences.length + report.orderFaults.length
    process.stdout.write(`${report.orders} orders, ${report.counters} counters, ${wrong} differences\n`)
    return wrong > 0 ? 1 : 0
  } finally {
    await services.db.close()
  }
}
