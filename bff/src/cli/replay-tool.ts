import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { replay } from '../replay/replay'
import { reportLines, similarCsv } from '../replay/report'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'
import { progressBar } from './progress-bar'

const usage = `usage: pnpm replay FILE.csv [--similar] [--pairs PAIRS.csv]
  FILE.csv     id,user,title,asked_at,body,reply,replied_at
  --similar    say how many had an earlier order in hand that said the same
  --pairs      and write which, for people to judge`

/** `pnpm replay FILE.csv`: real messages through the ordinary commands. Exit code 1 when a row was refused. */
export async function replayTool(args: readonly string[]): Promise<number> {
  const { file, findsSimilar, pairsFile } = readArgs(args)
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`replaying ${file} into ${databaseWords(env)}\n`)
    const report = await replay(services, file, {
      districtCode: env.districtCode,
      now: new Date(),
      findsSimilar,
      onProgress: progressBar(process.stderr, 'replay'),
    })
    process.stdout.write(`${reportLines(report).join('\n')}\n`)
    if (pairsFile !== undefined) await writeFile(pairsFile, similarCsv(report.similar ?? []))
    return report.rejected.length > 0 ? 1 : 0
  } finally {
    await services.db.close()
  }
}

/** Throws an Error with the usage. */
function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { similar: { type: 'boolean' }, pairs: { type: 'string' } },
    })
    const [file] = positionals
    if (file !== undefined && positionals.length === 1) {
      const { similar, pairs } = values
      return { file, findsSimilar: similar === true || pairs !== undefined, pairsFile: pairs }
    }
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error })
  }
  throw new Error(usage)
}
