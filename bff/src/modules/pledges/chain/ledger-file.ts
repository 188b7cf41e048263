import { createHash } from 'node:crypto'
import { canonical, commitmentOf, hashOf, rootOf, type ChainFacts } from './chain'

/** What stands first in a ledger file. */
export interface LedgerHead {
  readonly format: 'xinban-pledge-ledger'
  readonly version: 1
  readonly listId: string
  readonly org: string
  readonly orgName: string
  readonly year: number
  readonly exportedAt: string
  /** Made-up data (演示数据). */
  readonly isDemo: boolean
  readonly events: number
  readonly head: string | null
}

/** One event as a line. `salt` and `words` are null where they are not public, or were deleted. */
export interface LedgerLine extends ChainFacts {
  readonly salt: string | null
  readonly words: string | null
  readonly hash: string
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The file: head, one line an event, and last the digest of everything above it. */
export function writeLedger(head: LedgerHead, lines: readonly LedgerLine[]): string {
  const body = [head, ...lines].map((line) => `${canonical(line)}\n`).join('')
  return `${body}${canonical({ sha256: digest(body) })}\n`
}

export interface LedgerCheck {
  readonly events: number
  readonly head: string | null
  /** Events whose words are in the file and were checked, and those whose words are not. */
  readonly readable: number
  readonly withheld: number
  /** What is wrong, with the line it is in; empty: nothing. */
  readonly faults: readonly string[]
}

/**
 * Checks a ledger file without anything else: its digest, every commitment and every hash. Whoever noted the head at
 * another time sees by it whether the past was written anew.
 * @param expectedHead a head that was noted at any time, where there is one
 */
export function checkLedger(bytes: Buffer, expectedHead?: string): LedgerCheck {
  const faults: string[] = []
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes)) faults.push('the file is not UTF-8')
  const rows = text.split('\n')
  if (rows.pop() !== '') faults.push('the file does not end with a line break')
  const parsed = rows.map((row, index) => parseLine(row, index, faults))
  const end = rows.length - 1
  const body = rows.slice(0, end).join('\n') + '\n'
  if ((parsed[end] as { sha256?: unknown } | null)?.sha256 !== digest(body)) {
    faults.push(`line ${end + 1}: the digest of the file is not that of its lines`)
  }
  const head = parsed[0] as Partial<LedgerHead> | null
  const lines = parsed.slice(1, Math.max(1, end)) as (Partial<LedgerLine> | null)[]
  const chain = checkChain(head, lines, faults)
  if (expectedHead !== undefined && !lines.some((line) => line?.hash === expectedHead)) {
    faults.push('the head that was noted is none of the hashes: the past was written anew')
  }
  return { events: lines.length, ...chain, faults }
}

function parseLine(row: string, index: number, faults: string[]): unknown {
  try {
    const value: unknown = JSON.parse(row)
    if (canonical(value) !== row) faults.push(`line ${index + 1}: not in its canonical form`)
    return value
  } catch {
    faults.push(`line ${index + 1}: no JSON`)
    return null
  }
}

function checkChain(
  head: Partial<LedgerHead> | null,
  lines: readonly (Partial<LedgerLine> | null)[],
  faults: string[],
): Pick<LedgerCheck, 'head' | 'readable' | 'withheld'> {
  if (head?.format !== 'xinban-pledge-ledger' || head.version !== 1) faults.push('line 1: no head of a pledge ledger')
  let previous = rootOf(head?.listId ?? '')
  const counts = { readable: 0, withheld: 0 }
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 2}`
    if (line?.seq !== index + 1) faults.push(`${where}: not event ${index + 1}`)
    const { salt = null, words = null, hash = '', ...facts } = line ?? {}
    if (salt !== null && words !== null) {
      counts.readable += 1
      if (commitmentOf(salt, words) !== facts.commitment) faults.push(`${where}: the words are not those committed to`)
    } else if (facts.commitment) counts.withheld += 1
    if (hashOf(previous, facts as ChainFacts) !== hash) faults.push(`${where}: the hash is not that of its facts`)
    previous = hash
  }
  const last = lines.length === 0 ? null : previous
  if (head?.events !== lines.length) faults.push(`line 1: says ${head?.events} events, there are ${lines.length}`)
  if (head?.head !== last) faults.push('line 1: the head is not the hash of the last event')
  return { head: last, ...counts }
}
