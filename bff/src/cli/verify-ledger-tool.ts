import { readFile } from 'node:fs/promises'
import { checkLedger } from '../modules/pledges'

const usage = 'usage: pnpm ledger:verify FILE [--head HASH]\n'

/**
 * `pnpm ledger:verify FILE`: checks an exported ledger of pledges, without a network or a database. `--head HASH` also
 * compares with a head that was noted before. Exit code 1 when anything is wrong, 2 when it was called wrongly.
 */
export async function verifyLedgerTool(args: readonly string[]): Promise<number> {
  const [file, flag, noted] = args
  if (file === undefined || (flag !== undefined && (flag !== '--head' || noted === undefined))) {
    process.stderr.write(usage)
    return 2
  }
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) {
    process.stderr.write(`cannot read ${file}\n`)
    return 2
  }
  const { events, head, readable, withheld, faults } = checkLedger(bytes, noted)
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  if (faults.length > 0) process.stdout.write(`WRONG: ${faults.length} faults in ${events} events\n`)
  else
    process.stdout.write(`OK: ${events} events, words of ${readable} checked, of ${withheld} withheld, head ${head}\n`)
  return faults.length > 0 ? 1 : 0
}
