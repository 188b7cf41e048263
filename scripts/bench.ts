import { onStopSignal, stopAllProcesses } from './lib/processes'
import { benchBooking } from '../bff/bench/booking'
import { benchBoard } from '../bff/bench/board'
import { benchLedgers } from '../bff/bench/ledgers'
import { benchOrders } from '../bff/bench/orders'
import { benchProfile } from '../bff/bench/profile'
import { benchScores } from '../bff/bench/scores'
import { benchSimilar } from '../bff/bench/similar'
import { benchBoardHeap } from '../miniapp/bench/board-heap'
import { benchWeb } from '../miniapp/bench/web'

const benches: Record<string, () => Promise<void>> = {
  booking: benchBooking,
  board: benchBoard,
  'board-heap': benchBoardHeap,
  ledgers: benchLedgers,
  orders: benchOrders,
  profile: benchProfile,
  scores: benchScores,
  similar: benchSimilar,
  web: benchWeb,
}

async function main(): Promise<void> {
  // Set by tsx, relative to here; the builds run elsewhere and bring their own.
  delete process.env.TSX_TSCONFIG_PATH
  const name = process.argv[2] ?? ''
  const bench = benches[name]
  if (!bench) throw new Error(`usage: pnpm bench ${Object.keys(benches).join('|')}`)
  await bench()
}

onStopSignal(async () => {
  await stopAllProcesses()
  process.exit(130)
})
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
