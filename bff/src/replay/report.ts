import type { EarlierSimilar } from '../modules/orders'
import type { ReplayReport } from './replay'

const hour = 60 * 60_000

/** The value below which a share `p` (0–1) of the ascending values lies, by nearest rank; undefined when there are none. */
export function percentile(ascending: readonly number[], p: number): number | undefined {
  return ascending[Math.max(0, Math.ceil(p * ascending.length) - 1)]
}

const say = (milliseconds: number | undefined): string => {
  if (milliseconds === undefined) return '–'
  const hours = milliseconds / hour
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`
}

const similarWords = (similar: readonly EarlierSimilar[]): string =>
  `${new Set(similar.map(({ ref }) => ref)).size} orders of the file had one in hand that said the same (${similar.length} pairs)`

/** The pairs as a file for people to judge: ids and scores, no words. */
export const similarCsv = (similar: readonly EarlierSimilar[]): string =>
  [
    'later,earlier,score',
    ...similar.map(({ ref, earlierRef, score }) => `${ref},${earlierRef},${score.toFixed(2)}`),
    '',
  ].join('\n')

/** The report as people read it: counts, time to fulfil, and every row that was refused with its reason. */
export function reportLines(report: ReplayReport): string[] {
  const { rows, placed, accepted, fulfilled, unchanged, rejected, timesToFulfil, similar } = report
  return [
    `rows            ${rows}`,
    `placed          ${placed}`,
    `accepted        ${accepted} (synthetic: left out of response rates)`,
    `fulfilled       ${fulfilled}`,
    `already there   ${unchanged}`,
    `rejected        ${rejected.length}`,
    `time to fulfil  median ${say(percentile(timesToFulfil, 0.5))}, p90 ${say(percentile(timesToFulfil, 0.9))} (${timesToFulfil.length} orders)`,
    ...(similar === null ? [] : [`similar earlier ${similarWords(similar)}`]),
    ...rejected.map(({ line, reason }) => `  line ${line}: ${reason}`),
  ]
}
