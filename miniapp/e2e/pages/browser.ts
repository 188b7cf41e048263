import fs from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

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

/** How every browser of the tests stands to the world. */
export const surroundings = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

/** What axe finds serious or critical on the page as it is now. */
export async function graveFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate<Violation[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations)',
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes[0]?.html ?? ''}`)
}
