import { placeWords } from './place-words'
import { foldText, gramCodes, sortedCodes, stretchesOf, unitCodes } from './units'

/** Goes up when any rule below or the word lists change: stored features of another version are made anew. */
export const featuresVersion = 2
/**
 * At most so many codes of the whole text are kept: the smallest, a fair sample of the set. 2,000 characters have about
 * as many, so only longer texts are sampled.
 */
const sampleSize = 1024
/** Codes have 30 bits; one that no code reaches. */
const openBar = 2 ** 30

export interface OrderText {
  title: string
  content: string
  /** Where it is, in the words of whoever placed it. */
  place?: string | null
}

/**
 * What comparing needs of an order's words. All lists ascending, each code once. It can't be read back as text, but it
 * is made of personal text and can be tested against guesses: keep it beside the content and delete it with it.
 */
export interface TextFeatures {
  version: number
  /** Characters of title and place. */
  title: readonly number[]
  /** Characters and pairs of neighbouring ones of title, place and content, a sample when there are many. */
  text: readonly number[]
  /** `text` is complete below this code. */
  bar: number
  /** Place words of title and place. */
  titlePlaces: readonly number[]
  /** Place words of everything. */
  places: readonly number[]
  /** Cities, counties and districts that title and place name. */
  areas: readonly number[]
}

/**
 * Features of an order's words, for `similarity`. Some 0.2 ms for 300 characters, 2 ms for 3,000: make them once per
 * order and store them (`packFeatures`).
 */
export function featuresOf({ title, content, place }: OrderText): TextFeatures {
  const head = foldText(`${title}\n${place ?? ''}`)
  const whole = `${head}\n${foldText(content)}`
  const headStretches = stretchesOf(head)
  const stretches = stretchesOf(whole)
  const headWords = placeWords(head, headStretches)
  const text = sortedCodes(new Set([...unitCodes(stretches), ...gramCodes(stretches)]))
  return {
    version: featuresVersion,
    title: unitCodes(headStretches),
    text: text.slice(0, sampleSize),
    bar: text[sampleSize] ?? openBar,
    titlePlaces: headWords.places,
    places: placeWords(whole, stretches).places,
    areas: headWords.areas,
  }
}
