import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

/** An order on paper, for the folder that some halls still keep. */
describe('printing', () => {
  let browser: Browser
  let staff: Visitor

  beforeAll(async () => {
    browser = await launch()
    staff = await Visitor.arrive(browser, 'printing', url, { width: 1440, height: 900 })
  })
  afterAll(() => browser.close())

  test('an order has number and dates in black, and nothing to press', async () => {
    await staff.signInAs('community-610303001002')
    await staff.goTo('/workbench')
    await staff.page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /^在办/ }).click()
    await staff.page.getByRole('table').getByRole('link').first().click()
    await staff.page.getByRole('button', { name: '打印' }).waitFor()
    await staff.page.emulateMedia({ media: 'print' })
    await staff.read(/^\d{4} 年 \d+ 月 \d+ 日 \d\d:\d\d$/)
    expect(
      await staff.page
        .getByText(/今天|昨天/)
        .filter({ visible: true })
        .count(),
    ).toBe(0)
    const no = staff.page.getByText(/^\d{12}$/).filter({ visible: true })
    expect(await no.first().evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)')
    expect(await staff.page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await staff.page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    // All of it, not the first screen of a box that scrolls.
    const main = staff.page.getByRole('main')
    expect(await main.evaluate((box) => box.getBoundingClientRect().bottom > window.innerHeight)).toBe(true)
    // A fraction of a pixel may fall on either side.
    const left = await main.evaluate((box) => document.body.scrollHeight - box.getBoundingClientRect().bottom)
    expect(Math.abs(left)).toBeLessThan(1.01)
    expect(staff.errors).toEqual([])
  })
})
