import { access, readFile } from 'node:fs/promises'
import { readMessages } from '../../bff/src/replay/read-messages'
import { featuresOf, type TextFeatures } from '../../shared/src/domain'

/** Weights and threshold follow the worn ones; `fresh` is for one look when they are settled. */
export const wornHalves = ['tune', 'held'] as const
export const halves = [...wornHalves, 'fresh'] as const

interface LabelledPair {
  a: string
  b: string
  isSame: boolean
  half: (typeof halves)[number]
}

interface MessageFeatures {
  full: TextFeatures
  titleOnly: TextFeatures
}

export interface ReadPair extends LabelledPair {
  readonly features: { readonly a: MessageFeatures; readonly b: MessageFeatures }
}

/**
 * The labelled pairs whose messages are in the file, with their features, and how many pairs there are in all.
 * Throws an Error that says what to give when the file can't be read.
 */
export async function readPairs(file: string, pairsFile: URL): Promise<{ pairs: ReadPair[]; all: number }> {
  await access(file).catch(() => {
    throw new Error(`${file} can’t be read: give the file of messages whose ids scripts/data/similar-pairs.csv names`)
  })
  const all = await readLabels(pairsFile)
  const features = await readFeatures(file, new Set(all.flatMap(({ a, b }) => [a, b])))
  const pairs = all.flatMap((pair) => {
    const [a, b] = [features.get(pair.a), features.get(pair.b)]
    return a && b ? [{ ...pair, features: { a, b } }] : []
  })
  return { pairs, all: all.length }
}

/** Pairs judged by reading: ids and verdicts, columns a, b, same (1 or 0), half. */
async function readLabels(file: URL): Promise<LabelledPair[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line, index) => {
    const [a, b, same, name] = line.split(',')
    const half = halves.find((known) => known === name)
    if (!a || !b || (same !== '0' && same !== '1') || !half) {
      throw new Error(`${file.pathname}, line ${index + 2}: expected a,b,same,half`)
    }
    return { a, b, isSame: same === '1', half }
  })
}

/** Features of the messages that the pairs name, by id. */
async function readFeatures(file: string, ids: ReadonlySet<string>): Promise<Map<string, MessageFeatures>> {
  const features = new Map<string, MessageFeatures>()
  for await (const { value } of readMessages(file)) {
    const id = value('id')
    if (!ids.has(id)) continue
    const title = value('title')
    features.set(id, {
      full: featuresOf({ title, content: value('body') }),
      titleOnly: featuresOf({ title, content: '' }),
    })
  }
  return features
}
