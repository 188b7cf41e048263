import { replay } from '../replay/replay'
import { reportLines } from '../replay/report'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'
import { progressBar } from './progress-bar'

/** `pnpm replay FILE.csv`: real messages through the ordinary commands. Exit code 1 when a row was refused. */
export async function replayTool([file]: readonly string[]): Promise<number> {
  if (file === undefined) throw new Error('usage: pnpm replay FILE.csv (id,user,title,asked_at,body,reply,replied_at)')
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`replaying ${file} into ${databaseWords(env)}\n`)
    const report = await replay(services, file, {
      districtCode: env.districtCode,
      now: new Date(),
      onProgress: progressBar(process.stderr, 'replay'),
    })
    process.stdout.write(`${reportLines(report).join('\n')}\n`)
    return report.rejected.length > 0 ? 1 : 0
  } finally {
    await services.db.close()
  }
}
