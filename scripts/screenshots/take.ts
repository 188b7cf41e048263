import fs from 'node:fs'
import path from 'node:path'
import { launch } from '../../miniapp/e2e/pages/browser'
import { lookAtPages, unseenPages, type Looked } from '../../miniapp/e2e/pages/look'
import { ensureBuilt, h5Build, root, serverBuild } from '../lib/builds'
import { cleanEnv } from '../lib/clean-env'
import { startDemoServer } from '../lib/demo-server'
import { progressLine } from '../lib/progress'
import { contactSheet } from './contact-sheet'

const folder = path.join(root, '.screenshots')
const fileOf = ({ mode, page, view }: Looked): string => `${mode.name}-${page}-${view.name}.png`

/**
 * A picture of every page (or of those in `only`) in every mode, with an index.html over them, from a demo server of its own.
 * @returns whether nothing is wrong with any page; what is, is printed
 */
export async function takeScreenshots(only: readonly string[]): Promise<boolean> {
  for (const build of [h5Build, serverBuild]) await ensureBuilt(build)
  const line = progressLine('screenshots:')
  line.tell('starting the demo …')
  const server = await startDemoServer(cleanEnv)
  const browser = await launch()
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  try {
    const looked = await lookAtPages(browser, {
      url: server.url,
      isPictured: true,
      only,
      onLook(found, done, all) {
        if (found.picture) fs.writeFileSync(path.join(folder, fileOf(found)), found.picture)
        line.tell(`${done} of ${all}`)
      },
    })
    fs.writeFileSync(path.join(folder, 'index.html'), contactSheet(looked, fileOf))
    line.end(`${looked.length} in ${path.relative(process.cwd(), folder) || '.'}/index.html`)
    return report(looked)
  } finally {
    await browser.close()
    await server.stop()
  }
}

function report(looked: readonly Looked[]): boolean {
  const faults = [
    ...unseenPages().map((page) => `${page} is looked at by nobody: add it to miniapp/e2e/pages/views/`),
    ...looked.flatMap(({ page, view, mode, faults: found }) =>
      found.map((fault) => `${page} (${view.name}, ${mode.name}) ${fault}`),
    ),
  ]
  process.stdout.write(faults.length === 0 ? 'nothing wrong with any page\n' : `${faults.join('\n')}\n`)
  return faults.length === 0
}
