import net from 'node:net'
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

test('follows what happens without being asked', async () => {
  const page = await open(wall)
  await page.getByText(/实时更新/).waitFor()
  await seeReport(page)
  await page.close()
})

/** Something is reported, and shows on a page that is open. */
async function seeReport(page: Page): Promise<void> {
  const before = await figuresOf(page)
  const number = await report()
  await page.waitForFunction(
    ([at, old]) => document.querySelectorAll('progress')[at]?.getAttribute('aria-valuetext') !== old,
    [number - 1, before[number - 1] ?? ''] as const,
  )
}
const figuresOf = (page: Page) =>
  page.getByRole('progressbar').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-valuetext')))

/** A way to the server that can be cut. */
async function openWay(to: string) {
  const { hostname, port } = new URL(to)
  const open = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const target = net.connect(Number(port), hostname)
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => open.delete(socket) && other.destroy())
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  await listen(0)
  const at = (server.address() as net.AddressInfo).port
  const cut = async () => {
    const isCut = new Promise((resolve) => server.close(resolve))
    for (const socket of open) socket.destroy()
    await isCut
  }
  return { url: `http://127.0.0.1:${at}`, cut, mend: () => listen(at) }
}

test('with the server away it keeps what is known and says of when; back again, it has what happened meanwhile', async () => {
  const way = await openWay(url)
  const page = await browser.newPage({ ...surroundings, viewport: wall })
  await page.goto(`${way.url}/board?org=${orgCode}`)
  await page.getByText(/实时更新/).waitFor()
  const before = await figuresOf(page)
  await way.cut()
  await page.getByText(/连接断开，显示的是 \d\d:\d\d 的数据，正在重新连接/).waitFor()
  expect(await figuresOf(page)).toEqual(before)
  const number = await report()
  await way.mend()
  await page.getByText(/实时更新/).waitFor()
  expect((await figuresOf(page))[number - 1]).not.toBe(before[number - 1])
  await page.close()
  await way.cut()
})

test('without a network it says so', async () => {
  const page = await open(wall)
  await page.context().setOffline(true)
  await page.getByText('网络断开了').waitFor()
  expect(await figuresOf(page)).toHaveLength(10)
  await page.close()
})

test('where there is no place for another stream, it asks again by itself', async () => {
  const page = await browser.newPage({ ...surroundings, viewport: phone })
  await page.route('**/stream', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }),
  )
  await page.goto(`${url}/board?org=${orgCode}`)
  await page.getByText(/每半分钟更新/).waitFor()
  await page.close()
})

test('on paper it is one A3 sheet', async () => {
  const page = await open({ width: 1440, height: 900 })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  const millimetres = [width, height].map((points) => Math.round((Number(points) / 72) * 25.4))
  expect(millimetres).toEqual([420, 297])
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

test('the short address leads there; from the district to a street, a community, one thing and its open data', async () => {
  const page = await open(phone, '/board/610303')
  expect(new URL(page.url()).search).toBe('?org=610303')
  await page.getByRole('link', { name: /中山东路街道/ }).click()
  await page.getByRole('link', { name: /曙光路西社区/ }).click()
  await page.getByRole('heading', { name: /曙光路西社区居委会.*2026 年十件实事/ }).waitFor()
  const csv = page.getByRole('link', { name: '每件实事，CSV 文件' }).filter({ visible: true })
  const answer = await fetch(new URL((await csv.getAttribute('href')) ?? '', url))
  // The names of the columns, ten things, and that they are made up.
  expect((await answer.text()).trim().split('\r\n')).toHaveLength(12)
  const records = page.getByRole('link', { name: /全年记录/ }).filter({ visible: true })
  const ledger = await fetch(new URL((await records.getAttribute('href')) ?? '', url))
  expect((await ledger.text()).split('\n')[0]).toContain('"format":"xinban-pledge-ledger"')
  await page.getByRole('link', { name: '建一处口袋公园' }).filter({ visible: true }).click()
  await page.getByText('承诺办什么').waitFor()
  await page.close()
})
