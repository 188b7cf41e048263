import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `三楼的灯不亮 ${Date.now()}`

/** One order from a resident to the street's grade, each person with a browser of their own. */
describe('the main job', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor
  let street: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'resident', url)
    community = await Visitor.arrive(browser, 'community', url)
    street = await Visitor.arrive(browser, 'street', url)
  })
  afterAll(() => browser.close())

  test('a visitor sees the home page and where to sign in', async () => {
    await resident.goTo('/')
    await resident.read('演示数据')
    await resident.check('home-signed-out')
  })

  test('the resident signs in and looks through the catalogue', async () => {
    await resident.signInAs('resident-1')
    await resident.see('heading', /进行中/)
    await resident.check('home')
    await resident.follow(/我要点单/)
    await resident.see('heading', '维修')
    await resident.check('catalogue')
    await resident.follow(/楼道照明/)
    await resident.see('heading', '怎么办')
    await resident.check('guide')
  })

  test('an empty order says beside each field what is missing', async () => {
    await resident.press('点这个单')
    await resident.read(/点的服务/)
    await resident.check('new-order')
    // The service gives its name to the order; whoever takes it out says what it is themselves.
    await resident.fill('什么事', '')
    await resident.press('提交')
    await resident.read('请用一句话写明是什么事')
    await resident.read('请把情况写清楚一些')
    expect(
      await resident.page.getByRole('textbox', { name: '什么事' }).evaluate((field) => field.matches(':focus')),
    ).toBe(true)
    await resident.check('new-order-errors')
  })

  test('a phone that is none keeps what was typed, and says so beside it', async () => {
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '晚上看不见路，老人上下楼不安全')
    await resident.fill(/地点/, '3 号楼 2 单元三楼')
    await resident.fill(/联系电话/, '12345')
    await resident.press('提交')
    await resident.page.getByRole('alert').filter({ hasText: '电话' }).first().waitFor()
    expect(await resident.page.getByRole('textbox', { name: '什么事' }).inputValue()).toBe(title)
    await resident.check('new-order-refused')
  })

  test('the order is placed, and its number shown', async () => {
    await resident.fill(/联系电话/, '13800008000')
    await resident.press('提交')
    await resident.read(/单号 \d+/)
    await resident.check('placed')
    await resident.press('看办理进度')
    await resident.see('heading', /已送到/)
    await resident.check('order-submitted')
  })

  test('the community takes it from the queue by one tap', async () => {
    await community.signInAs('community-610303001002')
    await community.check('home-member')
    await community.follow(/进入工作台/)
    await community.read(title)
    await community.check('queue')
    await community.press(`接单：${title}`)
    await community.page.getByRole('button', { name: `接单：${title}` }).waitFor({ state: 'hidden' })
    await community.page.getByRole('tab', { name: /在办/ }).click()
    await community.follow(new RegExp(title))
    await community.see('heading', '社区已接单')
    await community.check('order-accepted')
  })

  test('it hands the order to a grid, with a word on what to do', async () => {
    await community.press('派单')
    await community.choose('网格')
    await community.page.getByRole('radio', { name: /^第一网格/ }).check({ force: true })
    await community.fill(/交代几句/, '先打电话再上门')
    await community.check('dispatch')
    await community.press('派单')
    await community.see('heading', /第一网格.*在办/)
  })

  test('it reports progress and fulfils', async () => {
    await community.press('更多')
    await community.press('记进展')
    await community.fill('办到哪一步了', '电工明天上午上门')
    await community.check('progress')
    await community.press('记下进展')
    await community.read('电工明天上午上门')
    await community.press('办结')
    await community.fill('办得怎么样', '灯已换好，试过能亮')
    await community.check('fulfil')
    await community.press('办结')
    await community.see('heading', '已办结，等居民评价')
    await community.check('order-fulfilled')
  })

  test('the resident reads how it went and rates it', async () => {
    await resident.goTo('/my-orders')
    await resident.check('my-orders')
    await resident.follow(new RegExp(title))
    await resident.see('heading', '已经办好，等你评价')
    await resident.read('灯已换好，试过能亮')
    await resident.press('去评价')
    await resident.choose('5 星，非常满意')
    await resident.press('来得快')
    await resident.fill(/还想说的话/, '谢谢师傅')
    await resident.check('rate')
    await resident.press('提交评价')
    await resident.see('heading', '你已评价，谢谢')
  })

  test('the street grades it', async () => {
    await street.signInAs('street-610303001')
    await street.goTo('/workbench')
    await street.page.getByRole('tab', { name: /待评单/ }).click()
    await street.follow(new RegExp(title))
    await street.check('order-rated')
    await street.press('评单')
    await street.fill(/及时/, '28')
    await street.fill(/质量/, '50')
    await street.fill(/凭证/, '12')
    await street.fill(/沟通/, '15')
    await street.press('提交评单')
    await street.read('请填 0 到 40 的整数')
    await street.fill(/质量/, '38')
    await street.read('合计 93 分，满分 100 分')
    await street.check('grade')
    await street.press('提交评单')
    await street.see('heading', '街道评单 93 分')
    await street.check('order-graded')
  })

  test('the resident sees that it is done with', async () => {
    await resident.goTo('/my-orders')
    await resident.page.getByRole('tab', { name: '已完成' }).click()
    await resident.follow(new RegExp(title))
    await resident.read('已办完')
    await resident.see('heading', '街道已检查，这件事办完了')
    await resident.check('order-done')
  })

  test('my page shows person and community, and signs out', async () => {
    await resident.goTo('/me')
    await resident.see('link', /我的社区/)
    await resident.check('me')
    await resident.press('退出登录')
    await resident.press('去登录')
    await resident.see('heading', '登录')
  })

  test('a desk shows the same pages in a column', async () => {
    const desk = await Visitor.arrive(browser, 'desk', url, { width: 1440, height: 900 })
    await desk.signInAs('community-610303001002')
    await desk.check('home')
    await desk.goTo('/workbench')
    await desk.see('link', /.+/)
    await desk.check('queue')
    expect(desk.errors).toEqual([])
  })

  test('no page threw an error', () => {
    expect([resident.errors, community.errors, street.errors]).toEqual([[], [], []])
  })
})
