import zlib from 'node:zlib'
import type { Browser } from 'playwright-core'
import { launch, surroundings } from './pages/browser'
import { lookAtPages, unseenPages } from './pages/look'
import { modes } from './pages/modes'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const kibibyte = 1024
const minute = 60_000

describe('every page', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  test('is looked at by somebody', () => {
    expect(unseenPages()).toEqual([])
  })

  test(
    'is laid out well, says what it shall, and has no grave finding of axe, on the phone and in another mode',
    async () => {
      // `npm run screenshots` looks at all sights; the journeys come by most of them.
      const looked = await lookAtPages(browser, { url, isBrief: true })
      expect(new Set(looked.map(({ mode }) => mode.name)).size).toBe(modes.length)
      const faults = looked.flatMap(({ page, view, mode, faults: found }) =>
        found.map((fault) => `${page} (${view.name}, ${mode.name}) ${fault}`),
      )
      expect(faults).toEqual([])
    },
    8 * minute,
  )

  test('starts with at most 170 KB of JavaScript, compressed', async () => {
    const context = await browser.newContext(surroundings)
    const page = await context.newPage()
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body())
    })
    await page.goto(url)
    await page.getByRole('button', { name: '去登录' }).waitFor()
    const bytes = (await Promise.all(scripts)).map((script) => zlib.gzipSync(script).length)
    const sum = bytes.reduce((one, other) => one + other, 0)
    console.log(`JavaScript of the first page: ${Math.round(sum / kibibyte)} KB in ${bytes.length} files`)
    expect(bytes.length).toBeGreaterThan(2)
    expect(sum).toBeLessThanOrEqual(170 * kibibyte)
    await context.close()
  })
})
