import { fillers, sameWords } from './everyday-words'

/** What a service item is found by. */
export interface Searchable {
  readonly name: string
  readonly category: string
  readonly summary: string
  /** What people call it, as the district wrote it down. */
  readonly everydayWords: readonly string[]
}

export interface Found<Item> {
  readonly item: Item
  /** Grows with how much was found and how rare it is; comparable within one search only. */
  readonly score: number
  /** 0–1: how much of what was typed is in the item's name or everyday words, itself or by a word of its meaning. */
  readonly coverage: number
}

/** Han characters, letters and digits alone, lower case; full-width forms as their plain ones. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z\u3400-\u9fff]/g, '')

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)
const fillersByLength = longestFirst(fillers)
const maxQueryLength = 80

/** The query without what only wraps it, unless nothing else is left. */
function coreOf(query: string): string {
  const whole = plain(query).slice(0, maxQueryLength)
  const core = fillersByLength.reduce((rest, filler) => rest.split(filler).join(''), whole)
  return core === '' ? whole : core
}

/** One thing that was asked for: at `from` to `to` of the query, in its own words or in others. */
interface Want {
  readonly from: number
  readonly to: number
  readonly words: readonly { readonly word: string; readonly weight: number }[]
}
const synonymWeight = 0.8

/** Runs of `size` neighbouring characters. */
function runsOf(core: string, size: number): Want[] {
  return Array.from({ length: Math.max(0, core.length - size + 1) }, (_, from) => ({
    from,
    to: from + size,
    words: [{ word: core.slice(from, from + size), weight: 1 }],
  }))
}

/** Every word of the query that has others of its meaning. */
function meaningsOf(core: string): Want[] {
  return sameWords.flatMap((group): Want[] => {
    const said = longestFirst(group).find((word) => core.includes(word))
    if (said === undefined) return []
    const from = core.indexOf(said)
    const words = group.map((word) => ({ word, weight: word === said ? 1 : synonymWeight }))
    return [{ from, to: from + said.length, words }]
  })
}

interface Entry<Item> {
  readonly item: Item
  readonly name: string
  readonly nicknames: readonly string[]
  /** Nicknames as one text, for words that stand inside of them. */
  readonly called: string
  readonly about: string
}

const fieldWeights = { name: 3, called: 3, about: 1 } as const

function strengthIn(entry: Entry<unknown>, word: string): number {
  if (entry.name.includes(word)) return fieldWeights.name
  if (entry.called.includes(word)) return fieldWeights.called
  return entry.about.includes(word) ? fieldWeights.about : 0
}

/** How far the query is the item's name or one of its nicknames: 0–1. */
function likeness(entry: Entry<unknown>, core: string): number {
  const shares = [entry.name, ...entry.nicknames].map((called) => {
    const isPart = called.length > 1 && core.length > 1 && (called.includes(core) || core.includes(called))
    return isPart ? Math.min(called.length, core.length) / Math.max(called.length, core.length) : 0
  })
  return Math.max(...shares)
}
const likenessWeight = 12
/** What is found by a fifth of the best one's score is noise. */
const tail = 0.2

/**
 * Items that everyday words ask for, best first. A rare word counts more than one that every item has; a word that
 * means the same counts a little less than the one that was said. Only where no pair of characters leads anywhere do
 * single ones. Built for a few hundred items at a time.
 */
export function searchItems<Item extends Searchable>(items: readonly Item[], query: string): Found<Item>[] {
  const core = coreOf(query)
  if (core === '') return []
  const entries = items.map(entryOf)
  const found = rank(entries, core, [...runsOf(core, 2), ...meaningsOf(core)])
  if (found.length > 0) return found
  return rank(entries, core, runsOf(core, 1)).map((guess) => ({ ...guess, coverage: 0 }))
}

function rank<Item>(entries: readonly Entry<Item>[], core: string, wants: readonly Want[]): Found<Item>[] {
  const scores = entries.map((entry) => likenessWeight * likeness(entry, core))
  const covered = entries.map(() => new Set<number>())
  for (const { from, to, words } of wants) {
    const best = entries.map(() => 0)
    for (const { word, weight } of words) {
      const strengths = entries.map((entry) => strengthIn(entry, word))
      const rarity = rarityOf(strengths)
      strengths.forEach((strength, index) => {
        best[index] = Math.max(best[index] ?? 0, strength * weight * rarity)
        if (strength > fieldWeights.about) for (let at = from; at < to; at++) covered[index]?.add(at)
      })
    }
    best.forEach((gain, index) => (scores[index] = (scores[index] ?? 0) + gain))
  }
  const least = Math.max(0, ...scores) * tail
  return entries
    .map(({ item }, index): Found<Item> => {
      return { item, score: scores[index] ?? 0, coverage: (covered[index]?.size ?? 0) / core.length }
    })
    .filter(({ score }) => score > 0 && score >= least)
    .sort((a, b) => b.score - a.score)
}

function entryOf<Item extends Searchable>(item: Item): Entry<Item> {
  const nicknames = item.everydayWords.map(plain)
  return {
    item,
    name: plain(item.name),
    nicknames,
    called: nicknames.join(' '),
    about: `${plain(item.category)} ${plain(item.summary)}`,
  }
}

/** log(1 + items ÷ items with the word); 0 when no item has it. */
function rarityOf(strengths: readonly number[]): number {
  const holders = strengths.filter((strength) => strength > 0).length
  return holders === 0 ? 0 : Math.log(1 + strengths.length / holders)
}

const suggested = 3
/** Below this share a title speaks of something else. */
const leastCoverage = 0.35

/** Up to three items that someone may mean who typed `title` for an order of their own words; often none. */
export function suggestItems<Item extends Searchable>(items: readonly Item[], title: string): Item[] {
  return searchItems(items, title)
    .filter(({ coverage }) => coverage >= leastCoverage)
    .slice(0, suggested)
    .map(({ item }) => item)
}
