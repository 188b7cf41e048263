import fs from 'node:fs'
import path from 'node:path'
import { root } from './builds'
import { runScript } from './run-command'
import { failed, type Outcome } from './steps'
import { makeTemporaryDirectory } from './temporary'

/** What of jest's report is read. */
interface JestReport {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** Files that broke before their tests could run. */
  readonly numRuntimeErrorTestSuites: number
}

/**
 * Runs a jest script of a package and counts its tests.
 * @param env everything the tests see of the environment
 */
export async function runJest(of: string, script: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const directory = makeTemporaryDirectory('jest')
  const file = path.join(directory.path, 'report.json')
  try {
    const { code, output } = await runScript(script, ['--ci', '--json', `--outputFile=${file}`], {
      cwd: path.join(root, of),
      env,
    })
    if (!fs.existsSync(file)) return failed(output)
    return outcomeOf(JSON.parse(fs.readFileSync(file, 'utf8')) as JestReport, code, output)
  } finally {
    directory.remove()
  }
}

function outcomeOf(report: JestReport, code: number | null, output: string): Outcome {
  const failures = report.numFailedTests + report.numRuntimeErrorTestSuites
  const isBroken = code !== 0 || !report.success
  return {
    passed: report.numPassedTests,
    // A run can break with all its tests passed, in its tear-down for one.
    failed: isBroken ? Math.max(failures, 1) : failures,
    skipped: report.numPendingTests + report.numTodoTests,
    output,
  }
}
