import { createHash } from 'node:crypto'

/** What the hash of an event covers; persons and free text stay outside (docs/adr/0021). */
export interface ChainFacts {
  readonly seq: number
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  readonly action: string
  /** Number of the pledge in its list; null for the list itself. */
  readonly pledge: number | null
  readonly role: string | null
  readonly org: string | null
  readonly data: object
  readonly commitment: string | null
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** JSON with sorted keys and no blanks: the same value is always the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** What an event says of its words without telling them: nobody can guess them without the salt. */
export const commitmentOf = (salt: string, words: string): string => sha256(`${salt}\n${words}`)

/** The hash of an event behind the one before it, or behind its list where it is the first. */
export const hashOf = (previous: string, facts: ChainFacts): string => sha256(`${previous}\n${canonical(facts)}`)

/** What the first event of a list stands behind. */
export const rootOf = (listId: string): string => sha256(`xinban pledge list ${listId}`)
