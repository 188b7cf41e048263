import { parseArgs } from 'node:util'
import { jintaiOrgsCsv } from '../demo/jintai-orgs'
import { importOrgs } from '../modules/orgs'
import { simulate } from '../simulate/simulate'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'
import { progressBar } from './progress-bar'

const usage = 'usage: pnpm simulate --orders N [--seed S]'
/** Within the calendar that is known. */
const from = new Date('2025-01-06T08:30:00+08:00')
const through = new Date('2026-11-20T18:00:00+08:00')

/** `pnpm simulate`: a made-up history by the real commands, in a database that has no orders. Exit code 0. */
export async function simulateTool(args: readonly string[]): Promise<number> {
  const { orders, seed } = readArgs(args)
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`simulating ${orders} orders by seed ${seed} in ${databaseWords(env)}\n`)
    await importOrgs(services, Buffer.from(jintaiOrgsCsv), { now: from })
    const bar = progressBar(process.stderr, 'simulate')
    const onProgress = (placed: number) => bar(placed / orders, placed)
    const report = await simulate(services, { orders, seed, from, through, onProgress })
    process.stdout.write(`${report.orders} orders placed; ${list(report.actions)}\n`)
    process.stdout.write(`whistles: ${list(report.whistles)}; clocks looked at ${report.woken} times\n`)
    return 0
  } finally {
    await services.db.close()
  }
}

const list = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([action, count]) => `${action} ${count}`)
    .join(', ')

/** Throws an Error with the usage. */
function readArgs(args: readonly string[]): { orders: number; seed: number } {
  const { values } = parseArgs({ args: [...args], options: { orders: { type: 'string' }, seed: { type: 'string' } } })
  const [orders, seed] = [Number(values.orders), Number(values.seed ?? 1)]
  if (!Number.isInteger(orders) || orders < 1 || !Number.isInteger(seed)) throw new Error(usage)
  return { orders, seed }
}
