import type { Browser, Locator } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const desk = { width: 1440, height: 900 }
const mark = Date.now()
const titles = [1, 2, 3].map((n) => `批量 ${n} 号 ${mark}`)

/** Staff at a desk: a batch of three with the mouse, two grades with the keyboard alone. */
describe('staff at a desk', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor
  let street: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'desk-resident', url)
    community = await Visitor.arrive(browser, 'desk-community', url, desk)
    street = await Visitor.arrive(browser, 'desk-street', url, desk)
  })
  afterAll(() => browser.close())

  const row = (who: Visitor, title: string): Locator => who.page.getByRole('row', { name: new RegExp(title) })
  const key = (name: string) => street.page.keyboard.press(name)

  async function place(title: string): Promise<string> {
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '请来看看')
    await resident.fill(/联系电话/, '13800008000')
    await resident.press('提交')
    await resident.read(/单号 \d+/)
    return title
  }

  test('a resident orders three things', async () => {
    await resident.signInAs('resident-1')
    for (const title of titles) await place(title)
  })

  test('the community accepts the three at once, and reads how many went through', async () => {
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench')
    for (const title of titles) {
      await community.page.getByRole('checkbox', { name: `选上：${title}` }).check()
    }
    await community.check('batch')
    await community.press('批量接单')
    await community.read('接了 3 件')
    for (const title of titles) expect(await row(community, title).count()).toBe(0)
    await community.check('batch-done')
  })

  test('an order stands beside the list; its address can be copied, and back leads back', async () => {
    const { page } = community
    await page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: /^在办/ }).click()
    await row(community, titles[0] ?? '')
      .getByRole('link')
      .click()
    await community.see('heading', /^单子 \d+$/)
    await community.see('heading', '社区已接单')
    await community.check('order')
    const address = page.url()
    await page.goBack()
    await page.getByRole('heading', { name: /^单子/ }).waitFor({ state: 'hidden' })
    await row(community, titles[0] ?? '').waitFor()
    await page.goto(address)
    await community.see('heading', '社区已接单')
    await row(community, titles[0] ?? '').waitFor()
  })

  test('its form opens beside it, and goes when it went through', async () => {
    for (const title of titles.slice(0, 2)) {
      await row(community, title).getByRole('link').click()
      await community.see('heading', '社区已接单')
      await community.press('更多')
      await community.press('办结')
      await community.fill(/^办得怎么样/, '办好了')
      await community.check('fulfil')
      await community.press('办结')
      await community.see('heading', '已办结，等居民评价')
    }
  })

  test('the resident rates the two', async () => {
    for (const title of titles.slice(0, 2)) {
      await resident.goTo('/my-orders')
      await resident.follow(new RegExp(title))
      await resident.press('去评价')
      await resident.page.getByRole('radio', { name: /^5 星/ }).check({ force: true })
      await resident.press('提交评价')
      await resident.read('你已评价，谢谢')
    }
  })

  test('a street officer grades both by the keyboard alone', async () => {
    await street.signInAs('street-610303001')
    await street.goTo(`/workbench?view=rated&q=${mark}`)
    await row(street, titles[0] ?? '').waitFor()
    await key('?')
    await street.page.getByRole('dialog', { name: '键盘怎么用' }).waitFor()
    await street.check('keys')
    await key('Escape')
    await street.page.getByRole('dialog').waitFor({ state: 'detached' })
    await key('j')
    await key('Enter')
    for (const title of titles.slice(0, 2).reverse()) {
      await street.page.getByRole('region', { name: /^单子/ }).getByText(title).first().waitFor()
      const first = street.page.getByRole('textbox', { name: /^及时/ })
      await first.waitFor()
      expect(await first.evaluate((element) => element === document.activeElement)).toBe(true)
      await street.check('grade')
      for (const score of ['28', '38', '14', '15']) {
        await street.page.keyboard.type(score)
        await key('Tab')
      }
      // Past the note and the kept replies to the one primary button.
      await key('Tab')
      await key('Tab')
      await key('Enter')
    }
    await street.read('没有找到')
  })

  test('no page threw an error', () => {
    expect([resident, community, street].map(({ errors }) => errors)).toEqual([[], [], []])
  })
})
