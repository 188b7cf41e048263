import { createInterface } from 'node:readline'
import { openDatabase } from '../src/db/open'
import { readEnv } from '../src/env'
import { countMany, countOne } from './counting'

/**
 * A second process on the database of a test. Reads one command a line from its standard input and answers each with
 * a line: `count N` writes N units, `hold` opens one and keeps it until `release`, `end` closes.
 */
async function main(): Promise<void> {
  const db = await openDatabase(readEnv().database)
  const lines = createInterface({ input: process.stdin })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  let release = () => {}
  let held: Promise<void> = Promise.resolve()
  const hold = () =>
    new Promise<void>((isHeld, fail) => {
      held = db.unitOfWork(async (em) => {
        await countOne(em, 'held')
        isHeld()
        await new Promise<void>((resolve) => (release = resolve))
      })
      held.catch(fail)
    })
  say('ready')
  for await (const line of lines) {
    const [word = '', count = ''] = line.split(' ')
    if (word === 'count') await countMany(db, 'child', Number(count))
    if (word === 'hold') await hold()
    if (word === 'release') {
      release()
      await held
    }
    if (word === 'end') break
    say(`${word} done`)
  }
  await db.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
