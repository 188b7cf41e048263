import { access } from 'node:fs/promises'
import { similarity, similarThreshold, type TextFeatures } from '../../shared/src/domain'
import { halves, readFeatures, readPairs, type LabelledPair, type MessageFeatures } from './read-pairs'

const statedRecall = 0.8
const thresholds = [0.2, 0.24, 0.26, 0.28, 0.3, 0.35, 0.4, 0.5, 0.7]

interface Judged {
  isSame: boolean
  score: number
}

/**
 * Prints precision and recall of `similarity` on the labelled pairs, for whole messages and for a title being typed.
 * The output holds figures alone, no words of the messages.
 */
export async function measureSimilar(file: string | undefined, pairsFile: URL): Promise<number> {
  if (file === undefined)
    throw new Error('usage: pnpm measure:similar FILE.csv (the messages whose ids the pairs name)')
  await access(file).catch(() => {
    throw new Error(`${file} can’t be read: give the file of messages whose ids scripts/data/similar-pairs.csv names`)
  })
  const all = await readPairs(pairsFile)
  const features = await readFeatures(file, new Set(all.flatMap(({ a, b }) => [a, b])))
  const pairs = all.filter(({ a, b }) => features.has(a) && features.has(b))
  const print = (line: string) => process.stdout.write(`${line}\n`)
  print(`${pairs.length} of ${all.length} labelled pairs found in ${file}`)
  if (pairs.length === 0) return 0

  print(`P precision, R recall; threshold in use ${similarThreshold}; “title”: a title alone against whole messages\n`)
  print(tableOf(pairs, features))
  return 0
}

const scoreOf = (a: TextFeatures | undefined, b: TextFeatures | undefined): number =>
  a && b ? similarity({ features: a }, { features: b }).score : 0

const judgeWhole = ({ a, b, isSame }: LabelledPair, features: ReadonlyMap<string, MessageFeatures>): Judged[] => [
  { isSame, score: scoreOf(features.get(a)?.full, features.get(b)?.full) },
]

/** Either of the two may be the one that is being typed. */
const judgeTitles = ({ a, b, isSame }: LabelledPair, features: ReadonlyMap<string, MessageFeatures>): Judged[] => [
  { isSame, score: scoreOf(features.get(a)?.titleOnly, features.get(b)?.full) },
  { isSame, score: scoreOf(features.get(b)?.titleOnly, features.get(a)?.full) },
]

function tableOf(pairs: readonly LabelledPair[], features: ReadonlyMap<string, MessageFeatures>): string {
  const columns = Object.entries({ whole: judgeWhole, title: judgeTitles }).flatMap(([name, judge]) =>
    halves.map((half) => {
      const judged = pairs.filter((pair) => pair.half === half).flatMap((pair) => judge(pair, features))
      const same = judged.filter(({ isSame }) => isSame).length
      return { head: `${name} ${half} ${same}/${judged.length}`, judged }
    }),
  )
  const row = (head: string, cells: readonly string[]) =>
    `| ${[head.padEnd(9), ...cells.map((cell) => cell.padEnd(20))].join(' | ')} |`
  const rowOf = (head: string, cellOf: (judged: readonly Judged[]) => string) =>
    row(
      head,
      columns.map(({ judged }) => cellOf(judged)),
    )
  return [
    row(
      'threshold',
      columns.map(({ head }) => head),
    ),
    rowOf('---', () => '---'),
    ...thresholds.map((threshold) => rowOf(threshold.toFixed(2), (judged) => cellAt(judged, threshold))),
    rowOf('R ≥ 0.8', bestAtRecall),
  ].join('\n')
}

function rates(judged: readonly Judged[], threshold: number): { precision: number; recall: number } {
  const found = judged.filter(({ score }) => score >= threshold)
  const right = found.filter(({ isSame }) => isSame).length
  const same = judged.filter(({ isSame }) => isSame).length
  return { precision: found.length === 0 ? 1 : right / found.length, recall: same === 0 ? 1 : right / same }
}

function cellAt(judged: readonly Judged[], threshold: number): string {
  const { precision, recall } = rates(judged, threshold)
  return `P ${precision.toFixed(2)} R ${recall.toFixed(2)}`
}

/** The best precision of any threshold that finds at least the stated share of the same pairs. */
function bestAtRecall(judged: readonly Judged[]): string {
  const [best] = judged
    .map(({ score }) => ({ score, ...rates(judged, score) }))
    .filter(({ recall }) => recall >= statedRecall)
    .sort((a, b) => b.precision - a.precision)
  return best ? `P ${best.precision.toFixed(2)} R ${best.recall.toFixed(2)} at ${best.score.toFixed(2)}` : '–'
}
