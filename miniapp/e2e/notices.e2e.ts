import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `阳台漏雨 ${Date.now()}`

/** A resident is told that their order was accepted, opens it from there, and is not told again. */
describe('notices', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'told', url)
    community = await Visitor.arrive(browser, 'teller', url)
  })
  afterAll(() => browser.close())

  /** Opens the home page again and again until its entry says so: jobs run once a second. */
  async function seeUnread(words: string): Promise<void> {
    const entry = resident.page.getByRole('link', { name: `消息，${words}` })
    for (let look = 0; look < 30; look++) {
      await resident.goTo('/home')
      await resident.settle()
      if (
        await entry.waitFor({ timeout: 1_000 }).then(
          () => true,
          () => false,
        )
      )
        return
    }
    throw new Error(`the home page never said ${words}`)
  }

  test('a resident who has read everything orders something', async () => {
    await resident.signInAs('resident-3')
    await resident.goTo('/notices')
    await resident.settle()
    const all = resident.page.getByRole('button', { name: '全部已读' })
    if (await all.isVisible()) await all.click()
    await seeUnread('没有未读')
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '一下雨就漏')
    await resident.fill(/联系电话/, '13800008000')
    await resident.press('提交')
    await resident.read(/单号 \d+/)
  })

  test('the community accepts it, and the resident has one notice', async () => {
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench')
    await community.follow(new RegExp(title))
    await community.press('接单')
    await community.read(/已接单/)
    await seeUnread('1 条未读')
    await resident.check('home-unread')
    await resident.follow('消息，1 条未读')
    await resident.see('heading', '今天')
    await resident.check('notices')
  })

  test('it leads to the order, and is read then', async () => {
    await resident.follow(new RegExp(`${title}.*已接单.*未读`))
    await resident.see('heading', '办理经过')
    await seeUnread('没有未读')
    await resident.goTo('/me')
    await resident.follow(/消息.*没有未读/)
    await resident.see('link', new RegExp(title))
    expect(await resident.page.getByText('未读', { exact: true }).count()).toBe(0)
  })

  test('no page threw an error', () => {
    expect([resident, community].map(({ errors }) => errors)).toEqual([[], []])
  })
})
