import type { Browser, Page } from 'playwright-core'
import { findViolations, launch, surroundings } from './pages/browser'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const orgCode = '610303001002'
const staff = `community-${orgCode}`
const wall = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function open(viewport: { width: number; height: number }, path = `/board?org=${orgCode}`): Promise<Page> {
  const page = await browser.newPage({ ...surroundings, viewport })
  await page.goto(url + path)
  await page.getByText('本月点单').waitFor()
  return page
}

async function ask<Answer>(path: string, token?: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

interface Milestone {
  readonly id: string
  readonly progress: number | null
}

/** Reports something of a thing that is being delivered. @returns its number */
async function report(): Promise<number> {
  const { token } = await ask<{ token: string }>('/sessions', undefined, { provider: 'demo', account: staff })
  const { pledges } = await ask<{ pledges: { id: string; number: number; light: string }[] }>(`/board/${orgCode}`)
  for (const { id, number, light } of pledges) {
    if (light === 'blue') continue
    const { milestones, allowedActions } = await ask<{ milestones: Milestone[]; allowedActions: string[] }>(
      `/pledges/${id}`,
      token,
    )
    const open = milestones.find(({ progress }) => progress === null || progress < 90)
    if (!open || !allowedActions.includes('progress')) continue
    const body = { milestoneId: open.id, progress: Math.min(99, (open.progress ?? 0) + 7), note: '又往前走了一步' }
    await ask(`/pledges/${id}/progress`, token, body)
    return number
  }
  throw new Error('the demo has nothing to report')
}

/** Texts smaller than so many pixels. */
const smallerThan = (page: Page, least: number) =>
  page.evaluate((least) => {
    const found: string[] = []
    for (const element of document.querySelectorAll('main *, header *')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const { width, height } = element.getBoundingClientRect()
      if (!hasText || width === 0 || height === 0) continue
      if (parseFloat(getComputedStyle(element).fontSize) < least) found.push(element.textContent ?? '')
    }
    return found
  }, least)

test('on a wall: ten things in sight without scrolling, nothing under 24 px', async () => {
  const page = await open(wall)
  expect(await smallerThan(page, 24)).toEqual([])
  const cards = page.locator('section[aria-label="十件实事"] li')
  expect(await cards.count()).toBe(10)
  const bottom = await cards.nth(9).evaluate((card) => card.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThanOrEqual(wall.height)
  await page.close()
})

test('follows what happens without being asked, and says so when the connection breaks', async () => {
  const page = await open(wall)
  await page.getByText(/实时更新/).waitFor()
  const figures = page.getByRole('progressbar')
  const before = await figures.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-valuetext')))
  const number = await report()
  await page.waitForFunction(
    ([at, old]) => document.querySelectorAll('progress')[at]?.getAttribute('aria-valuetext') !== old,
    [number - 1, before[number - 1] ?? ''] as const,
  )
  await page.context().setOffline(true)
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  expect(await page.getByText('网络断开了').count()).toBe(1)
  expect(await figures.count()).toBe(10)
  await page.close()
})

test.each([
  ['a wall', wall],
  ['a phone', phone],
  ['a desk', { width: 1440, height: 900 }],
])('axe finds nothing on %s', async (_, viewport) => {
  const page = await open(viewport)
  const found = await findViolations(page)
  expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  await page.close()
})

test('the short address leads there, and streets lead to communities', async () => {
  const page = await open(phone, '/board/610303001')
  expect(new URL(page.url()).search).toBe('?org=610303001')
  await page.getByRole('link', { name: /曙光路西社区/ }).click()
  await page.getByText('曙光路西社区居委会 · 2026 年十件实事').waitFor()
  await page.close()
})
