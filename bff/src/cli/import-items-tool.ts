import { readFile, stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importItems, itemTemplate, readItemSheet } from '../modules/catalogue'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

const usage = `usage: pnpm import:items FILE.xlsx --district CODE
       pnpm import:items --template FILE.xlsx   (writes an empty table with its explanations)`
const maxBytes = 10 * 1024 * 1024

/** `pnpm import:items`: brings service items in, all of them or none. Exit code 1 when a row was refused. */
export async function importItemsTool(args: readonly string[]): Promise<number> {
  const { file, district, template } = readArgs(args)
  if (template !== undefined) {
    await writeFile(template, await itemTemplate(), { flag: 'wx' })
    process.stdout.write(`wrote ${template}\n`)
    return 0
  }
  const env = readCliEnv()
  const districtCode = district ?? env.districtCode
  if (file === undefined || districtCode === null) throw new Error(usage)
  if ((await stat(file)).size > maxBytes) throw new Error(`${file} is larger than 10 MB`)
  const data = await readItemSheet(await readFile(file))
  if (data === undefined)
    throw new Error(`${file} is no .xlsx workbook that can be read; save it as .xlsx and try again`)
  const services = await openServices(env)
  try {
    process.stdout.write(`importing ${file} into ${databaseWords(env)}\n`)
    const { added, changed, unchanged, faults } = await importItems(services, data, { districtCode, now: new Date() })
    if (faults.length > 0) {
      const lines = faults.map(({ row, column, message }) => `  第 ${row} 行「${column}」：${message}`)
      process.stderr.write(`nothing was changed; ${faults.length} faults:\n${lines.join('\n')}\n`)
      return 1
    }
    process.stdout.write(`${added} added, ${changed} changed, ${unchanged} unchanged\n`)
    return 0
  } finally {
    await services.db.close()
  }
}

function readArgs(args: readonly string[]) {
  const options = { district: { type: 'string' }, template: { type: 'string' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { ...values, file: positionals[0] }
  } catch {
    throw new Error(usage)
  }
}
