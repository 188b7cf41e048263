import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Phone } from './phone'

interface Audit {
  readonly title: string
  /** 0–1; null where it was not scored. */
  readonly score: number | null
  readonly numericValue?: number
  readonly details?: { readonly items?: readonly object[] }
}
type Category = 'accessibility' | 'performance'

/** What of Lighthouse's report is read. */
export interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null; readonly auditRefs: readonly Ref[] }>>
  readonly audits: Readonly<Record<string, Audit>>
  readonly finalDisplayedUrl: string
  readonly environment: { readonly benchmarkIndex: number }
  readonly runtimeError?: { readonly message: string }
}
interface Ref {
  readonly id: string
  readonly weight: number
}

const cli = require.resolve('lighthouse/cli/index.js')
/** It leaves the local storage as it is, where the reader's choices lie; caches are emptied. */
const settings = path.join(__dirname, 'settings.json')
const flags = [`--config-path=${settings}`, '--output=json', '--quiet', '--no-enable-error-reporting']

/** Tall enough for a whole page, so that the tab bar at the foot lies over nothing that a reader would scroll away. */
const wholePage = ['mobile=true', 'width=412', 'height=3000', 'deviceScaleFactor=1'].map(
  (one) => `--screenEmulation.${one}`,
)

/**
 * What Lighthouse says of a page that is opened afresh, on a middling telephone with a middling connection. Talks to
 * the browser and to nobody else. Throws an Error when the page did not come.
 */
export async function runLighthouse(phone: Phone, address: string, category: Category): Promise<Report> {
  const args = [cli, address, `--port=${phone.port}`, `--only-categories=${category}`, ...flags]
  if (category === 'accessibility') args.push(...wholePage)
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 })
  const report = JSON.parse(stdout) as Report
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`)
  return report
}

/** 0–100. */
export const scoreOf = (report: Report, category: Category): number =>
  Math.round((report.categories[category]?.score ?? 0) * 100)

/** Which audits cost points, with the first elements that they are about. */
export const lostPoints = (report: Report, category: Category): string[] =>
  (report.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${JSON.stringify(report.audits[id]?.details?.items?.slice(0, 2) ?? []).slice(0, 600)}`)
