import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { onStopSignal } from './lib/processes'
import { countWords, reportSteps } from './lib/report'
import { chooseSteps, runSteps } from './lib/steps'
import { testSteps } from './lib/test-steps'

/** Runs every check and test, or those of `--only=lint,bff`; the last line sums up. */
async function main(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { only: { type: 'string' } } })
  const steps = chooseSteps(testSteps, values.only?.split(',').filter(Boolean) ?? [])
  const report = reportSteps(steps.length)
  const outcomes = await runSteps(steps, Math.min(2, availableParallelism()), report)
  report.stop()
  process.stdout.write(`\n${countWords(outcomes)}\n`)
  process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0
}

// Ending at once ends what runs, and removes what it wrote, in the handlers of `exit`.
onStopSignal(() => process.exit(130))

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
