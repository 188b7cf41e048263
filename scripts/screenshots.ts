import { parseArgs } from 'node:util'
import { onStopSignal, stopAllProcesses } from './lib/processes'
import { takeScreenshots } from './screenshots/take'

onStopSignal(async () => {
  await stopAllProcesses()
  process.exit(130)
})
const { values } = parseArgs({ options: { only: { type: 'string' } } })
takeScreenshots(values.only?.split(',').filter(Boolean) ?? []).then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
