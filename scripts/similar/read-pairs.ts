import { readFile } from 'node:fs/promises'
import { readMessages } from '../../bff/src/replay/read-messages'
import { featuresOf, type TextFeatures } from '../../shared/src/domain'

export const halves = ['tune', 'held'] as const

export interface LabelledPair {
  a: string
  b: string
  isSame: boolean
  half: (typeof halves)[number]
}

/** Pairs judged by reading: ids and verdicts, columns a, b, same (1 or 0), half. */
export async function readPairs(file: URL): Promise<LabelledPair[]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line, index) => {
    const [a, b, same, half] = line.split(',')
    if (!a || !b || (same !== '0' && same !== '1') || (half !== 'tune' && half !== 'held')) {
      throw new Error(`${file.pathname}, line ${index + 2}: expected a,b,same,half`)
    }
    return { a, b, isSame: same === '1', half }
  })
}

export interface MessageFeatures {
  full: TextFeatures
  titleOnly: TextFeatures
}

/** Features of the messages that the pairs name, by id. */
export async function readFeatures(file: string, ids: ReadonlySet<string>): Promise<Map<string, MessageFeatures>> {
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
