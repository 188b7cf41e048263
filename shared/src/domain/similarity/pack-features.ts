import { featuresVersion, type TextFeatures } from './features'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By character code; -1 is no letter. A table, because a hint reads some 100,000 of them. */
const values = new Int8Array(128).fill(-1)
Array.from(alphabet).forEach((letter, value) => (values[letter.charCodeAt(0)] = value))
/** Six bits a letter, 30 bits a code. */
const lettersPerCode = 5

function packCode(code: number): string {
  let packed = ''
  for (let place = 0, rest = code; place < lettersPerCode; place++, rest = Math.floor(rest / 64)) {
    packed += alphabet[rest % 64]
  }
  return packed
}

const packCodes = (codes: readonly number[]): string => codes.map(packCode).join('')

function unpackCodes(packed: string): number[] | null {
  if (packed.length % lettersPerCode !== 0) return null
  const codes: number[] = []
  for (let start = 0; start < packed.length; start += lettersPerCode) {
    let code = 0
    for (let place = lettersPerCode - 1; place >= 0; place--) {
      const value = values[packed.charCodeAt(start + place)] ?? -1
      if (value < 0) return null
      code = (code << 6) | value
    }
    codes.push(code)
  }
  return codes
}

/**
 * Features as a column keeps them: ASCII, 5 characters a gram: about 1 kB for 200 characters of text, at most some 7 kB.
 */
export function packFeatures(features: TextFeatures): string {
  const { version, bar, title, text, titlePlaces, places, areas } = features
  const lists = [title, text, titlePlaces, places, areas].map(packCodes)
  return [version, bar, ...lists].join('.')
}

/** Null when they are of another version, or damaged: make them anew with `featuresOf`. */
export function unpackFeatures(packed: string): TextFeatures | null {
  const [version, bar = '', ...lists] = packed.split('.')
  if (version !== String(featuresVersion) || !/^\d{1,10}$/.test(bar) || lists.length !== 5) return null
  const [title, text, titlePlaces, places, areas] = lists.map(unpackCodes)
  if (!title || !text || !titlePlaces || !places || !areas) return null
  return { version: featuresVersion, bar: Number(bar), title, text, titlePlaces, places, areas }
}
