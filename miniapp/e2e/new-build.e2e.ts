import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const baseUrl = process.env.XINBAN_URL ?? ''
const words = '一句写了一半的话'
const gone = '**/js/*.js'

describe('a new build is put in place while a page is open', () => {
  let browser: Browser
  let resident: Visitor
  const title = () => resident.page.getByRole('textbox', { name: '什么事' })
  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'new-build', baseUrl)
    await resident.signInAs('resident-40')
  })
  afterAll(async () => {
    expect(resident.errors).toEqual([])
    await browser.close()
  })

  test('the server says 404 for a part that it does not have, and nobody keeps that', async () => {
    const answer = await fetch(`${baseUrl}/js/1234.0123abcd.js`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('the page says so, keeps what was typed, and opens the other one anew', async () => {
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', words)
    await resident.page.route(gone, (route) => route.fulfill({ status: 404, body: '' }))
    await resident.press('返回')
    await resident.read(/心办刚刚更新过/)
    await resident.check('new-build')
    const again = await resident.page.getByRole('button', { name: '重新打开' }).boundingBox()
    expect(again?.height).toBeGreaterThanOrEqual(44)
    expect(await title().inputValue()).toBe(words)
    await resident.page.unroute(gone)
    await resident.press('重新打开')
    await resident.see('heading', '心办')
    await resident.page.getByText('心办刚刚更新过').waitFor({ state: 'detached' })
  })

  test('the draft is there again', async () => {
    await resident.goTo('/new-order?kind=issue')
    expect(await title().inputValue()).toBe(words)
    await title().fill('')
  })
})
