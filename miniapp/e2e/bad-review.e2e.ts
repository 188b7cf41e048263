import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `下水道又堵了 ${Date.now()}`

/** What follows a bad rating, each person with a browser of their own. */
describe('after a bad rating', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor
  let street: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'bad-review-resident', url)
    community = await Visitor.arrive(browser, 'bad-review-community', url)
    street = await Visitor.arrive(browser, 'bad-review-street', url)
  })
  afterAll(() => browser.close())

  async function openOwn(): Promise<void> {
    await resident.goTo('/my-orders')
    await resident.follow(new RegExp(title))
  }
  async function openInQueue(visitor: Visitor, tab: RegExp): Promise<void> {
    await visitor.goTo('/workbench')
    await visitor.page.getByRole('tab', { name: tab }).click()
    await visitor.follow(new RegExp(title))
  }

  test('an order says by when it is done, and its owner can urge once a day', async () => {
    await resident.signInAs('resident-2')
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '卫生间的水下不去，还往上返')
    await resident.fill(/联系电话/, '13800008002')
    await resident.press('提交')
    await resident.press('看办理进度')
    await resident.read(/前办好/)
    await resident.press('更多')
    await resident.press('催一催')
    await resident.read(/催过 1 次，最近一次是今天/)
    await resident.check('urged')
  })

  test('the community sees what is left of its time and that it was urged, takes it and fulfils it', async () => {
    await community.signInAs('community-610303001002')
    await openInQueue(community, /待接/)
    await community.read(/^接单 /)
    await community.read('催过 1 次')
    await community.press('看每个时限怎么算，共 3 个')
    await community.read(/收单.*个工作日/)
    await community.check('clocks')
    await community.press('接单')
    await community.see('heading', '社区已接单')
    await community.press('更多')
    await community.press('办结')
    await community.fill('办得怎么样', '通过了')
    await community.press('办结')
    await community.see('heading', '已办结，等居民评价')
  })

  test('the resident is not satisfied, and reads what comes of it', async () => {
    await openOwn()
    await resident.press('去评价')
    await resident.choose('2 星，不满意')
    await resident.fill(/还想说的话/, '通了一天又堵了')
    await resident.press('提交评价')
    await resident.see('heading', '你不满意，街道和社区正在处理')
    await resident.see('heading', '不满意以后，接着这样办')
    await resident.check('bad-rating')
  })

  test('the street calls back and writes down what was said', async () => {
    await street.signInAs('street-610303001')
    await openInQueue(street, /待评单/)
    await street.see('heading', '差评，等街道回访、社区整改')
    await street.check('to-call-back')
    await street.press('回访')
    await street.choose('打通了')
    await street.fill(/回访情况/, '居民说要查清堵在哪一段')
    await street.check('callback')
    await street.press('记下回访')
    await street.see('heading', '差评，等社区整改')
  })

  test('the community puts it right', async () => {
    await openInQueue(community, /待评单/)
    await community.read('居民说要查清堵在哪一段')
    await community.press('整改')
    await community.fill(/怎么整改的/, '查到弯头里有一块水泥，已换新管')
    await community.check('rectify')
    await community.press('整改完成')
    await community.see('heading', '已回访、整改，等居民追评')
  })

  test('the resident rates again, with the first rating in sight', async () => {
    await openOwn()
    await resident.see('heading', '社区已经重新改好')
    await resident.press('再评一次')
    await resident.read('第一次评价：2 星 不满意')
    await resident.choose('5 星，非常满意')
    await resident.check('rate-again')
    await resident.press('提交评价')
    await resident.see('heading', '整改后评价')
    await resident.see('heading', '第一次评价')
    await resident.check('rated-again')
  })

  test('the street grades with both ratings before its eyes', async () => {
    await openInQueue(street, /待评单/)
    await street.see('heading', '整改后评价')
    await street.press('评单')
    await street.fill(/及时/, '20')
    await street.fill(/质量/, '30')
    await street.fill(/凭证/, '10')
    await street.fill(/沟通/, '12')
    await street.press('提交评单')
    await street.see('heading', '街道评单 72 分')
    await street.check('graded')
  })

  test('the resident can still say that it is not done', async () => {
    await resident.goTo('/my-orders')
    await resident.page.getByRole('tab', { name: '已完成' }).click()
    await resident.follow(new RegExp(title))
    await resident.press('还没办好？告诉街道')
    await resident.fill(/哪里还没办好/, '水还是下得慢')
    await resident.check('dispute')
    await resident.press('告诉街道')
    await resident.see('heading', '你说还没办好，街道正在核实')
  })

  test('no page threw an error', () => {
    expect([resident.errors, community.errors, street.errors]).toEqual([[], [], []])
  })
})
