import fs from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const stamp = Date.now()
const title = `水龙头一直漏水 ${stamp}`
const killed = `月季院单元门关不上 ${stamp}`

/** Counts what a finger does but for going into a field to type, across pages of the same tab. */
async function countClicks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        const isTyping = target instanceof Element && target.closest('input[type=text], input:not([type]), textarea')
        if (isTyping) return
        sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks') ?? 0) + 1))
      },
      true,
    )
  })
}
const clicks = (page: Page) => page.evaluate(() => Number(sessionStorage.getItem('clicks') ?? 0))
const forgetClicks = (page: Page) => page.evaluate(() => sessionStorage.removeItem('clicks'))

/** What a resident sees of their own: the way to an order, where it is, its end, and what is stored about them. */
describe('a resident', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor
  let photo: { name: string; mimeType: string; buffer: Buffer }

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'resident', url)
    community = await Visitor.arrive(browser, 'resident-community', url)
    await countClicks(resident.page)
  })
  afterAll(() => browser.close())

  const valueOf = (label: string) => resident.page.getByRole('textbox', { name: label }).inputValue()
  const agree = () => resident.page.getByRole('dialog').getByRole('button', { name: '同意并提交', exact: true }).click()

  test('anyone reads how data is handled before signing in', async () => {
    await resident.goTo('/sign-in')
    await resident.follow(/隐私说明/)
    await resident.see('heading', '谁能看到')
    await resident.check('privacy')
  })

  test('is greeted by name, sees what is stored, and takes the agreement back after a question', async () => {
    await resident.signInAs('resident-9')
    await resident.read(/^(早上好|中午好|下午好|晚上好|夜深了)，\S+/)
    await resident.check('home')
    await resident.goTo('/me')
    await resident.follow(/我的资料存了什么/)
    await resident.read('同意了隐私说明')
    await resident.check('stored-data')
    await resident.press('收回同意')
    await resident.page.getByRole('dialog').getByRole('button', { name: '收回同意' }).click()
    await resident.read(/同意过隐私说明，已收回/)
  })

  test('comes from home to 提交 in at most three clicks beside typing', async () => {
    await resident.goTo('/home')
    await forgetClicks(resident.page)
    await resident.follow(/说件事/)
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '关紧了还是漏，一晚上能接半盆')
    await resident.press('提交')
    expect(await clicks(resident.page)).toBeLessThanOrEqual(3)
  })

  test('the server wants an agreement first: refusing keeps what was typed, agreeing sends it by itself', async () => {
    await resident.see('heading', '提交前，先看看你的信息怎么用')
    await resident.check('consent')
    await resident.press('先不同意')
    await resident.page.getByRole('alert').filter({ hasText: '已填的内容会留着' }).waitFor()
    expect(await valueOf('什么事')).toBe(title)
    await resident.press('提交')
    await agree()
    await resident.read(/单号 \d+/)
    await resident.check('placed')
  })

  test('follows it: where it is, who has it, what comes next, and the telephone one tap away', async () => {
    await resident.press('看办理进度')
    await resident.see('heading', /已送到/)
    await resident.read(/现在由.*负责/)
    await resident.read('你提交了这个单')
    await resident.see('link', '给社区打电话')
    expect(await resident.page.getByRole('button', { name: '撤回这个单' }).count()).toBe(0)
    await resident.check('tracking')
  })

  test('withdraws it behind 更多, after a question', async () => {
    await resident.press('更多')
    await resident.press('撤回这个单')
    await resident.fill('为什么撤回', '自己修好了')
    await resident.press('确定撤回')
    await resident.see('heading', '你已撤回')
    await resident.check('withdrawn')
  })

  test('service and community are suggested from what was typed', async () => {
    await resident.goTo('/home')
    await resident.follow(/说件事/)
    await resident.fill('什么事', '月季院水龙头漏水')
    await resident.read(/现成的服务 \d+ 项/)
    await resident.press('看看')
    await resident.press('水电小修')
    await resident.read('点的服务')
    await resident.press('换成曙光路东社区居委会')
    const chosen = resident.page.getByRole('combobox', { name: '社区（村）' }).locator('option:checked')
    expect(await chosen.textContent()).toContain('曙光路东')
    await resident.check('new-order-suggested')
    await resident.press('换成自己的话')
  })

  test('a photo that did not arrive says so and is sent again by one tap', async () => {
    photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await resident.page.screenshot({ type: 'jpeg' }) }
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', killed)
    await resident.fill('说说情况', '风一吹就开，晚上不放心')
    await resident.fill('称呼', '张阿姨')
    await resident.page.route('**/api/v1/files', (route) => route.abort(), { times: 1 })
    await resident.page.getByLabel('添加照片').setInputFiles([photo])
    await resident.page.getByRole('alert').filter({ hasText: '照片 1 没有传上' }).waitFor()
    await resident.check('photo-failed')
    const held = await hold(resident.page)
    await resident.press('重试照片 1')
    await resident.read(/^上传 \d+%$/)
    held.letGo()
    await resident.read('已有 1 张，最多 9 张')
  })

  test('the page is killed half-way: everything typed is there again, the photo too', async () => {
    await resident.killPage()
    await countClicks(resident.page)
    await resident.goTo('/new-order?kind=issue')
    await resident.read('已有 1 张，最多 9 张')
    expect([await valueOf('什么事'), await valueOf('说说情况'), await valueOf('称呼')]).toEqual([
      killed,
      '风一吹就开，晚上不放心',
      '张阿姨',
    ])
    await resident.check('draft-again')
    await resident.press('提交')
    await resident.read(/单号 \d+/)
  })

  test('finds it among the others by a word, and is told where there is none', async () => {
    await resident.goTo('/my-orders')
    await resident.page.getByLabel('在我的单里找').fill('单元门')
    await resident.press('查找')
    await resident.see('link', new RegExp(killed))
    expect(await resident.page.getByRole('link', { name: new RegExp(title) }).count()).toBe(0)
    await resident.page.getByLabel('在我的单里找').fill('没有这样的单')
    await resident.press('查找')
    await resident.read('没有找到「没有这样的单」')
    await resident.check('nothing-found')
  })

  test('the community does it; home puts the order first that waits for a rating', async () => {
    await community.signInAs('community-610303001004')
    await community.goTo('/workbench')
    await community.press(`接单：${killed}`)
    await community.page.getByRole('button', { name: `接单：${killed}` }).waitFor({ state: 'hidden' })
    await community.page.getByRole('tab', { name: /在办/ }).click()
    await community.follow(new RegExp(killed))
    await community.press('更多')
    await community.press('办结')
    await community.fill('办得怎么样', '闭门器换了新的')
    await community.press('办结')
    await community.see('heading', '已办结，等居民评价')
    await resident.goTo('/home')
    await resident.read('已经办好，等你评价')
    const [first] = await resident.page.getByRole('listitem').getByRole('heading').allTextContents()
    expect(first).toBe(killed)
  })

  test('rates it: the reasons follow the stars, and what happens next is told', async () => {
    await resident.follow(new RegExp(killed))
    await resident.press('去评价')
    await resident.choose('5 星，非常满意')
    await resident.see('button', '来得快')
    await resident.choose('2 星，不满意')
    await resident.page.getByRole('button', { name: '来得快' }).waitFor({ state: 'hidden' })
    await resident.read('哪里不满意（可以多选）')
    await resident.page.getByRole('group', { name: '哪里不满意（可以多选）' }).getByRole('button').first().click()
    await resident.check('rate')
    await resident.press('提交评价')
    await resident.see('heading', '你不满意，街道和社区正在处理')
    await resident.read('街道会打电话问问哪里没办好，社区会改好')
    await resident.see('heading', '你的评价')
    await resident.check('rated')
  })

  test('the page says when the network is gone', async () => {
    await resident.goTo('/home')
    await resident.see('link', new RegExp(killed))
    await resident.page.context().setOffline(true)
    await resident.read(/网络断开了/)
    await resident.check('offline')
    await resident.page.context().setOffline(false)
    await resident.page.getByText(/网络断开了/).waitFor({ state: 'hidden' })
  })

  test('takes a copy of what is theirs, after a word of warning', async () => {
    await resident.goTo('/stored-data')
    await resident.press('导出我的资料')
    await resident.check('export')
    const [file] = await Promise.all([
      resident.page.waitForEvent('download'),
      resident.page.getByRole('dialog').getByRole('button', { name: '导出' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('我的资料.json')
    const exported = JSON.parse(fs.readFileSync(await file.path(), 'utf8')) as { orders: { title: string }[] }
    expect(exported.orders.map((order) => order.title)).toEqual(expect.arrayContaining([title, killed]))
  })

  test('deletes the account after a list of what goes and stays, and is a new person the next time', async () => {
    await resident.goTo('/stored-data')
    await resident.press('注销账号')
    await resident.read(/^会删掉：/)
    await resident.check('delete-account')
    await resident.page.getByRole('dialog').getByRole('button', { name: '注销账号' }).click()
    await resident.page.getByRole('button', { name: '去登录' }).waitFor()
    await resident.signInAs('resident-9')
    await resident.read('现在没有进行中的事')
    await resident.check('home-new')
    await community.goTo('/workbench')
    await community.see('heading', '工作台')
    expect(await community.page.getByText(killed).count()).toBe(0)
  })

  test('no page had an error of its own', () => {
    expect([resident.errors, community.errors]).toEqual([[], []])
  })
})

/** Keeps uploads on their way until they are let go, so that the progress stands there to be read. */
async function hold(page: Page): Promise<{ letGo: () => void }> {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/api/v1/files', async (route) => {
    await gate
    await route.continue()
  })
  return { letGo: () => letGo() }
}
