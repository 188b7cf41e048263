import { readFile } from 'node:fs/promises'
import { importOrgs } from '../modules/orgs'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

/** `pnpm import:orgs FILE.csv`: brings an org tree in, all of it or nothing. Exit code 1 when a row was refused. */
export async function importOrgsTool([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    throw new Error('usage: pnpm import:orgs FILE.csv (code,parent_code,level,name[,valid_until,successor])')
  }
  const content = await readFile(file)
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`importing ${file} into ${databaseWords(env)}\n`)
    const { added, changed, unchanged, bad } = await importOrgs(services, content, { now: new Date() })
    if (bad.length > 0) {
      const lines = bad.map(({ line, message }) => `  line ${line}: ${message}`)
      process.stderr.write(`nothing was changed; ${bad.length} faults:\n${lines.join('\n')}\n`)
      return 1
    }
    process.stdout.write(`${added} added, ${changed} changed, ${unchanged} unchanged\n`)
    return 0
  } finally {
    await services.db.close()
  }
}
