import * as fc from 'fast-check'
import { canonical, commitmentOf, hashOf, rootOf, type ChainFacts } from './chain'
import { checkLedger, writeLedger, type LedgerHead, type LedgerLine } from './ledger-file'

const listId = '0190aaaa-0000-7000-8000-000000000001'
const head = (events: number, hash: string | null): LedgerHead => ({
  ...{ format: 'xinban-pledge-ledger', version: 1, listId, org: '610303001002', orgName: '曙光路西社区', year: 2026 },
  ...{ exportedAt: '2026-11-22T01:00:00.000Z', isDemo: true, events, head: hash },
})

/** A ledger of so many events; every third one's words are gone. */
function ledger(count: number): string {
  let previous = rootOf(listId)
  const lines = Array.from({ length: count }, (_, index): LedgerLine => {
    const [salt, words] = [`salt${index}`, JSON.stringify({ note: `第 ${index} 次进展` })]
    const facts: ChainFacts = {
      ...{ seq: index + 1, at: '2026-11-22T01:00:00.000Z', action: 'progress', pledge: 3 },
      ...{
        role: 'community_staff',
        org: '610303001002',
        data: { progress: index },
        commitment: commitmentOf(salt, words),
      },
    }
    previous = hashOf(previous, facts)
    const isGone = index % 3 === 2
    return { ...facts, hash: previous, salt: isGone ? null : salt, words: isGone ? null : words }
  })
  return writeLedger(head(count, lines.at(-1)?.hash ?? null), lines)
}

test('a ledger is checked by itself, with the words that are there and those that are gone', () => {
  expect(checkLedger(Buffer.from(ledger(7)))).toMatchObject({ events: 7, readable: 5, withheld: 2, faults: [] })
  expect(checkLedger(Buffer.from(ledger(0)))).toMatchObject({ events: 0, head: null, faults: [] })
})

test('any changed byte is found', () => {
  const good = Buffer.from(ledger(4))
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = Buffer.from(good)
      bytes[at] = (bytes[at] ?? 0) ^ change
      return checkLedger(bytes).faults.length > 0
    }),
    { numRuns: 500 },
  )
})

test('a missing, an added and a moved line are found', () => {
  const rows = ledger(4).split('\n')
  for (const changed of [
    rows.toSpliced(2, 1),
    rows.toSpliced(2, 0, rows[2] ?? ''),
    rows.toSpliced(2, 2, rows[3] ?? '', rows[2] ?? ''),
    rows.slice(0, -1),
    [],
  ]) {
    expect(checkLedger(Buffer.from(changed.join('\n'))).faults).not.toEqual([])
  }
})

test('whoever writes everything anew is found by the head that somebody noted', () => {
  const noted = checkLedger(Buffer.from(ledger(4))).head ?? ''
  expect(checkLedger(Buffer.from(ledger(4)), noted).faults).toEqual([])
  const earlier = checkLedger(Buffer.from(ledger(3))).head ?? ''
  expect(checkLedger(Buffer.from(ledger(4)), earlier).faults).toEqual([])
  expect(checkLedger(Buffer.from(ledger(3)), noted).faults).toHaveLength(1)
})

test('words of another event do not fit a commitment', () => {
  const [first = '', line = '', ...rest] = ledger(2).split('\n')
  const forged = canonical({ ...(JSON.parse(line) as LedgerLine), words: JSON.stringify({ note: '已经完成' }) })
  const { faults } = checkLedger(Buffer.from([first, forged, ...rest].join('\n')))
  expect(faults).toContain('line 2: the words are not those committed to')
})
