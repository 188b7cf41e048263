import fs from 'node:fs'
import path from 'node:path'
import { newDir } from '../../test/database'
import { deliveringList, makePledgeCast } from '../../test/pledges'
import { openTestServer, type TestServer } from '../../test/server'
import { verifyLedgerTool } from './verify-ledger-tool'

let server: TestServer
let bytes: Buffer
let head: string
const dir = newDir()
beforeAll(async () => {
  server = await openTestServer()
  const cast = await makePledgeCast(await server.world(), 1)
  const { id, ledger } = await deliveringList(cast)
  head = ledger.head ?? ''
  bytes = Buffer.from(await server.anyone.ok('pledge-lists.ledger', { params: { id } }))
})
afterAll(() => server.close())

const written: string[] = []
beforeEach(() => {
  written.length = 0
  const keep = (words: string | Uint8Array) => written.push(String(words)) > 0
  jest.spyOn(process.stdout, 'write').mockImplementation(keep)
  jest.spyOn(process.stderr, 'write').mockImplementation(keep)
})
afterEach(() => jest.restoreAllMocks())

const fileOf = (name: string, content: Buffer) => {
  const file = path.join(dir, name)
  fs.writeFileSync(file, content)
  return file
}

test('ledger:verify: an exported file is in order, by itself and against a head that was noted', async () => {
  const file = fileOf('good.ndjson', bytes)
  expect(await verifyLedgerTool([file])).toBe(0)
  expect(await verifyLedgerTool([file, '--head', head])).toBe(0)
  expect(written.join('')).toMatch(/OK: 14 events/)
})

test('ledger:verify: a changed byte, or another head, is found and ends with 1', async () => {
  for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 2]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await verifyLedgerTool([fileOf('changed.ndjson', changed)])).toBe(1)
  }
  expect(await verifyLedgerTool([fileOf('good.ndjson', bytes), '--head', '0'.repeat(64)])).toBe(1)
  expect(written.join('')).toContain('WRONG')
})

test('ledger:verify: called wrongly, it says how', async () => {
  expect(await verifyLedgerTool([])).toBe(2)
  expect(await verifyLedgerTool([fileOf('good.ndjson', bytes), '--head'])).toBe(2)
  expect(await verifyLedgerTool([path.join(dir, 'none')])).toBe(2)
  expect(written.join('')).toContain('usage')
})
