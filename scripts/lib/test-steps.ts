import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt, h5Build, outputOf, serverBuild, weappBuild, type Build } from './builds'
import { cleanEnv as env } from './clean-env'
import { startDemoServer } from './demo-server'
import { runJest } from './jest'
import { startMariadb } from './mariadb'
import { runScript } from './run-command'
import { failed, passed, type Outcome, type Step } from './steps'
import { provideSystemNeeds } from './system-needs'

/** What the built mini program calls; the smoke test leads it to the server it runs. */
const weapp = weappBuild('http://127.0.0.1:3000')

const check = (name: string, title: string, script: string): Step => ({
  name,
  title,
  async run() {
    const { code, output } = await runScript(script, [], { env })
    return code === 0 ? passed : failed(output)
  },
})

const build = (name: string, what: Build, rest: Pick<Step, 'after'> & { note?: () => string } = {}): Step => ({
  name,
  title: `build: ${what.title}`,
  after: rest.after,
  async run() {
    const isBuilt = await ensureBuilt(what)
    const notes = [isBuilt ? '' : 'up to date', rest.note?.() ?? '']
    return { ...passed, note: notes.filter(Boolean).join(', ') }
  },
})

/** Everything that lies in no subpackage is loaded before the first page shows. */
function mainPackageSize(): string {
  const output = outputOf(weapp)
  const files = fs.readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(output, 'subpackages')))
    .reduce((sum, file) => sum + fs.statSync(file).size, 0)
  return `main package ${Math.round(bytes / 1024)} KB`
}

async function onMariadb(): Promise<Outcome> {
  const mariadb = await startMariadb()
  try {
    return await runJest('bff', 'test', { ...env, TEST_DATABASE_URL: mariadb.url })
  } finally {
    await mariadb.stop()
  }
}

/** Runs a jest script of the mini program against a demo server of its own. */
async function againstServer(script: string, settings: (url: string) => NodeJS.ProcessEnv): Promise<Outcome> {
  const server = await startDemoServer(env)
  try {
    const outcome = await runJest('miniapp', script, { ...env, ...settings(server.url) })
    return { ...outcome, output: `${outcome.output ?? ''}\nThe server said:\n${server.output()}` }
  } finally {
    await server.stop()
  }
}

/** Longest first, as far as the order is free: with two at a time that ends soonest. */
export const testSteps: readonly Step[] = [
  {
    name: 'system',
    title: 'system: MariaDB, Chromium, Chinese font',
    run: async () => ({ passed: 0, failed: 0, skipped: 0, note: (await provideSystemNeeds()) || 'all there' }),
  },
  check('lint', 'lint', 'check:lint'),
  check('types', 'types', 'check:types'),
  check('format', 'format', 'check:format'),
  check('imports', 'import directions', 'check:imports'),
  check('unused', 'unused code', 'check:unused'),
  { name: 'shared', title: 'shared: tests', run: () => runJest('shared', 'test', env) },
  { name: 'bff-sqlite', title: 'bff: tests on SQLite', run: () => runJest('bff', 'test', env) },
  { name: 'bff-mariadb', title: 'bff: tests on MariaDB', needs: ['system'], run: onMariadb },
  { name: 'miniapp', title: 'miniapp: tests', run: () => runJest('miniapp', 'test', env) },
  build('build-server', serverBuild),
  build('build-weapp', weapp, { note: mainPackageSize }),
  // Each of them alone takes all the processor and memory there is.
  build('build-h5', h5Build, { after: ['build-weapp'] }),
  {
    name: 'smoke',
    title: 'weapp: smoke test against a server',
    needs: ['build-server', 'build-weapp'],
    run: () => againstServer('smoke', (url) => ({ XINBAN_API: url })),
  },
  {
    name: 'reading',
    title: 'H5: every page read in Chromium, and a year',
    needs: ['system', 'build-server', 'build-h5'],
    run: () => againstServer('e2e:reading', (url) => ({ XINBAN_URL: url })),
  },
  {
    name: 'journey',
    title: 'H5: journeys in Chromium',
    needs: ['system', 'build-server', 'build-h5'],
    run: () => againstServer('e2e:doing', (url) => ({ XINBAN_URL: url })),
  },
]
