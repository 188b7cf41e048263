import { similarity, type TextFeatures } from '../../shared/src/domain'
import { fitLogistic, probability, type Example } from './logistic'
import { rates, type Judged } from './rates'
import { readPairs, wornHalves, type ReadPair } from './read-pairs'

/** Of 0.5 to 20, the best by likelihood out of fold is flat around it. */
const ridge = 4
const folds = 8
const rounds = 10
const names = ['text', 'contained', 'title', 'place', 'otherArea'] as const

interface Row extends Example {
  readonly trouble: string
  readonly isWhole: boolean
}

/**
 * Fits the weights of `similarity` to the worn halves and says how well a fit does on troubles that it has not seen.
 * The output holds figures alone, no words of the messages.
 */
export async function fitSimilar(file: string | undefined, pairsFile: URL): Promise<number> {
  if (file === undefined) throw new Error('usage: pnpm fit:similar FILE.csv (the messages whose ids the pairs name)')
  const { pairs, all } = await readPairs(file, pairsFile)
  const worn = pairs.filter(({ half }) => wornHalves.some((name) => name === half))
  process.stdout.write(`${pairs.length} of ${all} labelled pairs found in ${file}, ${worn.length} of them worn\n`)
  if (worn.length === 0) return 1
  const rows = rowsOf(worn)
  const { constant, slopes } = fitLogistic(rows, ridge)
  const lines = [`constant: ${constant.toFixed(2)}`, ...names.map((name, i) => `${name}: ${slopes[i]?.toFixed(2)}`)]
  process.stdout.write(`${lines.map((line) => `  ${line}`).join('\n')}\n\n${crossValidated(rows).join('\n')}\n`)
  return 0
}

/** Every pair as whole messages and with either title alone, as someone types it. */
function rowsOf(pairs: readonly ReadPair[]): Row[] {
  const troubleOf = troubles(pairs)
  return pairs.flatMap(({ a, isSame, features }) => {
    const row = (left: TextFeatures, right: TextFeatures, isWhole: boolean): Row => {
      const { parts } = similarity({ features: left }, { features: right })
      return { x: names.map((name) => parts[name]), isTrue: isSame, trouble: troubleOf(a), isWhole }
    }
    const [first, second] = [features.a, features.b]
    return [
      row(first.full, second.full, true),
      row(first.titleOnly, second.full, false),
      row(first.full, second.titleOnly, false),
    ]
  })
}

/** Messages that say the same, directly or through others, have one name. */
function troubles(pairs: readonly ReadPair[]): (id: string) => string {
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const next = names.get(id)
    return next === undefined ? id : nameOf(next)
  }
  for (const { a, b, isSame } of pairs) if (isSame && nameOf(a) !== nameOf(b)) names.set(nameOf(a), nameOf(b))
  return nameOf
}

/** Precision and recall of models that have not seen the trouble, over all rounds. */
function crossValidated(rows: readonly Row[]): string[] {
  const whole: Judged[] = []
  const title: Judged[] = []
  for (let round = 0; round < rounds; round++) {
    const foldOf = foldsOf(rows, round)
    for (let fold = 0; fold < folds; fold++) {
      const model = fitLogistic(
        rows.filter(({ trouble }) => foldOf.get(trouble) !== fold),
        ridge,
      )
      for (const row of rows.filter(({ trouble }) => foldOf.get(trouble) === fold)) {
        ;(row.isWhole ? whole : title).push({ isSame: row.isTrue, score: probability(model, row.x) })
      }
    }
  }
  const cell = (judged: readonly Judged[], threshold: number) => {
    const { precision, recall } = rates(judged, threshold)
    return `P ${precision.toFixed(2)} R ${recall.toFixed(2)}`
  }
  const thresholds = Array.from({ length: 13 }, (_, index) => 0.2 + index * 0.05)
  return [
    `out of fold (${folds} folds by trouble, ${rounds} times)`,
    'threshold  whole          title',
    ...thresholds.map((at) => `${at.toFixed(2).padEnd(11)}${cell(whole, at).padEnd(15)}${cell(title, at)}`),
  ]
}

/** Troubles dealt to folds in an order that depends on the round alone, so that every run prints the same. */
function foldsOf(rows: readonly Row[], round: number): Map<string, number> {
  const rank = (trouble: string) => (Number(trouble) * 2654435761 + round * 40503) % 65537
  const dealt = [...new Set(rows.map(({ trouble }) => trouble))].sort((a, b) => rank(a) - rank(b))
  return new Map(dealt.map((trouble, index) => [trouble, index % folds]))
}
