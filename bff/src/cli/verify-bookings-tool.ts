import { verifyBookings } from '../modules/bookings'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

/** `pnpm bookings:verify`: compares the counters of bookings with their rows. Exit code 1 on any difference. */
export async function verifyBookingsTool(): Promise<number> {
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`verifying the bookings of ${databaseWords(env)}\n`)
    const { bookings, slots, differences } = await verifyBookings(services.db.reader)
    for (const { what, stored, counted } of differences) {
      process.stdout.write(`${what}: stored ${stored}, counted ${counted}\n`)
    }
    process.stdout.write(`${bookings} bookings in ${slots} slots, ${differences.length} differences\n`)
    return differences.length > 0 ? 1 : 0
  } finally {
    await services.db.close()
  }
}
