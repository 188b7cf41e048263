import { similarity, similarThreshold, type TextFeatures } from '../../shared/src/domain'
import { rates, wilson, type Judged } from './rates'
import { halves, readPairs, wornHalves, type ReadPair } from './read-pairs'

const statedRecall = 0.8
const thresholds = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 0.9]

/**
 * Prints precision and recall of `similarity` on the labelled pairs, for whole messages and for a title being typed.
 * The output holds figures alone, no words of the messages.
 * @param args the file; `--fresh` shows the fresh half too, which wears it
 */
export async function measureSimilar(args: readonly string[], pairsFile: URL): Promise<number> {
  const [file] = args.filter((arg) => !arg.startsWith('--'))
  if (file === undefined)
    throw new Error('usage: pnpm measure:similar FILE.csv [--fresh] (the messages whose ids the pairs name)')
  const { pairs, all } = await readPairs(file, pairsFile)
  const print = (line: string) => process.stdout.write(`${line}\n`)
  print(`${pairs.length} of ${all} labelled pairs found in ${file}`)
  if (pairs.length === 0) return 0

  print(`P precision, R recall; threshold in use ${similarThreshold}; “title”: a title alone against whole messages\n`)
  print(tableOf(pairs, args.includes('--fresh') ? halves : wornHalves))
  return 0
}

const scoreOf = (a: TextFeatures, b: TextFeatures): number => similarity({ features: a }, { features: b }).score

const judgeWhole = ({ isSame, features: { a, b } }: ReadPair): Judged[] => [{ isSame, score: scoreOf(a.full, b.full) }]

/** Either of the two may be the one that is being typed. */
const judgeTitles = ({ isSame, features: { a, b } }: ReadPair): Judged[] => [
  { isSame, score: scoreOf(a.titleOnly, b.full) },
  { isSame, score: scoreOf(b.titleOnly, a.full) },
]

function tableOf(pairs: readonly ReadPair[], shown: readonly (typeof halves)[number][]): string {
  const columns = Object.entries({ whole: judgeWhole, title: judgeTitles }).flatMap(([name, judge]) =>
    shown.map((half) => {
      const judged = pairs.filter((pair) => pair.half === half).flatMap(judge)
      const same = judged.filter(({ isSame }) => isSame).length
      return { head: `${name} ${half} ${same}/${judged.length}`, judged }
    }),
  )
  const row = (head: string, cells: readonly string[]) =>
    `| ${[head.padEnd(9), ...cells.map((cell) => cell.padEnd(22))].join(' | ')} |`
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
    rowOf('P, 95 %', (judged) => intervals(judged).precision),
    rowOf('R, 95 %', (judged) => intervals(judged).recall),
  ].join('\n')
}

function cellAt(judged: readonly Judged[], threshold: number): string {
  const { precision, recall } = rates(judged, threshold)
  return `P ${precision.toFixed(2)} R ${recall.toFixed(2)}`
}

/** At the threshold in use: what was counted, and Wilson's interval for it. */
function intervals(judged: readonly Judged[]): { precision: string; recall: string } {
  const { right, found, same } = rates(judged, similarThreshold)
  const words = (all: number) => {
    const { low, high } = wilson(right, all)
    return `${right}/${all}: ${low.toFixed(2)}–${high.toFixed(2)}`
  }
  return { precision: words(found), recall: words(same) }
}

/** The best precision of any threshold that finds at least the stated share of the same pairs. */
function bestAtRecall(judged: readonly Judged[]): string {
  const [best] = judged
    .map(({ score }) => ({ score, ...rates(judged, score) }))
    .filter(({ recall }) => recall >= statedRecall)
    .sort((a, b) => b.precision - a.precision)
  return best ? `P ${best.precision.toFixed(2)} R ${best.recall.toFixed(2)} at ${best.score.toFixed(2)}` : '–'
}
