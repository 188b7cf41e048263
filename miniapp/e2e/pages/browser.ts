import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  impact: string | null
  nodes: { html: string }[]
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath, args })

/**
 * A browser that others can reach as well, with one profile.
 * @param folder where the profile is kept
 */
export async function launchWithPort(
  folder: string,
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; port: number }> {
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    executablePath,
    args: [...args, '--remote-debugging-port=0'],
  })
  const port = Number(fs.readFileSync(path.join(folder, 'DevToolsActivePort'), 'utf8').split('\n')[0])
  return { context, port }
}

/** How every browser of the tests stands to the world. */
export const surroundings = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

/**
 * What axe finds on the page as it is now.
 * @param rules only these; all of them when none is named
 */
export async function findViolations(page: Page, ...rules: string[]): Promise<Violation[]> {
  await page.evaluate(axeSource)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) })
  return page.evaluate<Violation[]>(`axe.run(document, ${options}).then((found) => found.violations)`)
}

/** What of it is serious or critical. */
export async function graveFindings(page: Page): Promise<string[]> {
  return (await findViolations(page))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes[0]?.html ?? ''}`)
}
