import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const mark = Date.now()
const forFather = `卫生间水管漏水 ${mark}`
const forNeighbour = `纱窗破了 ${mark}`
/** A number that nobody has yet. */
const phone = `199${String(mark).slice(-8)}`
const father = { account: `father-${mark}`, password: 'liushu-chunfeng-7', name: '李长福' }
const community = '610303001002'

async function api(path: string, body: object, token?: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const json = (await answer.json()) as Record<string, string>
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`)
  return json
}

/**
 * Staff confirm his phone as they make his account (he helps out in a volunteer team); in WeChat its own sheet would.
 * Until then no person has that phone, and the order has no owner.
 */
async function confirmFather(): Promise<void> {
  const { token } = await api('/sessions', { provider: 'demo', account: 'district-610303' })
  await api('/members', { ...father, phone, role: 'unit_staff', orgCode: '610303-U9' }, token)
}

/** For someone who has a phone, and for someone who has none; where it is, and who sees that. */
describe('on behalf', () => {
  let browser: Browser
  let daughter: Visitor
  let staff: Visitor
  let owner: Visitor
  let street: Visitor

  beforeAll(async () => {
    browser = await launch()
    daughter = await Visitor.arrive(browser, 'daughter', url)
    staff = await Visitor.arrive(browser, 'community-3', url)
    owner = await Visitor.arrive(browser, 'father', url)
    street = await Visitor.arrive(browser, 'street-3', url)
  })
  afterAll(() => browser.close())

  async function fulfil(title: string): Promise<void> {
    await staff.goTo('/workbench')
    await staff.press(`接单：${title}`)
    await staff.page.getByRole('button', { name: `接单：${title}` }).waitFor({ state: 'hidden' })
    await staff.page.getByRole('tab', { name: /在办/ }).click()
    await staff.follow(new RegExp(title))
    await staff.see('heading', '社区已接单')
    await staff.press('更多')
    await staff.press('办结')
    await staff.fill('办得怎么样', '已经修好，试过没问题')
    await staff.press('办结')
    await staff.see('heading', '已办结，等居民评价')
  }

  test('a daughter describes what her father needs and chooses the place from the list', async () => {
    await daughter.signInAs('resident-3')
    await daughter.goTo('/new-order?kind=issue')
    await daughter.fill('什么事', forFather)
    await daughter.fill('说说情况', '洗手池下面一直滴水，老人一个人在家')
    await daughter.press('从列表选')
    await daughter.page.getByRole('searchbox', { name: '找地点' }).fill('梧桐')
    await daughter.check('place-list')
    await daughter.press(/^梧桐院/)
    const place = daughter.page.getByRole('textbox', { name: /^地点/ })
    await place.press('End')
    await place.pressSequentially(' 3 号楼 2 单元')
    expect(await place.inputValue()).toBe('梧桐院 3 号楼 2 单元')
    await daughter.read('已记下“梧桐院”的位置')
    await daughter.check('place-chosen')
  })

  test('where she stands is another community, so she is offered that one and stays with her own', async () => {
    await daughter.page.context().setGeolocation({ latitude: 34.36228, longitude: 107.1451, accuracy: 20 })
    await daughter.page.context().grantPermissions(['geolocation'])
    await daughter.press('用我的位置')
    await daughter.see('heading', /填写点单/)
    await daughter.page.getByRole('list', { name: '离你近的地点' }).waitFor()
    await daughter.page
      .getByRole('button', { name: /约 \d+ 米|不到 20 米/ })
      .first()
      .waitFor()
    await daughter.page.getByRole('button', { name: /^换成曙光路东社区/ }).waitFor()
    await daughter.check('place-nearby')
    await daughter.read('已记下“梧桐院”的位置')
  })

  test('she says for whom it is, and cannot send it before he agreed', async () => {
    await daughter.page.getByRole('checkbox', { name: '我在替别人点单' }).check({ force: true })
    await daughter.fill(/对方的姓名/, father.name)
    await daughter.fill(/对方的电话/, phone)
    await daughter.fill(/你和对方的关系/, '女儿')
    await daughter.press('提交')
    await daughter.read('请先征得对方同意，再替对方点单')
    await daughter.page.getByRole('checkbox', { name: /对方同意/ }).check({ force: true })
    await daughter.check('new-order-behalf')
    await daughter.press('提交')
    await daughter.read(/单号 \d+/)
    await daughter.read(/办好后请本人评价/)
  })

  test('it stands in her list as placed for him, with who said that he agreed', async () => {
    await daughter.goTo('/my-orders')
    await daughter.read('我替李**点的')
    await daughter.check('my-orders')
    await daughter.follow(new RegExp(forFather))
    await daughter.read(/（女儿）代为点单，已征得本人同意/)
    expect(await daughter.page.getByRole('button', { name: /去评价|撤回/ }).count()).toBe(0)
  })

  test('the community sees where it is and that he agreed, and does it', async () => {
    await staff.signInAs(`community-${community}`)
    await fulfil(forFather)
    await staff.see('link', /^打开地图：梧桐院/)
    await staff.read(/（女儿）代为点单，已征得本人同意/)
    expect(await staff.page.getByRole('link', { name: /^打开地图/ }).getAttribute('href')).toMatch(
      /^geo:34\.\d+,107\.\d+/,
    )
    await staff.check('order-behalf')
  })

  test('he signs in for the first time with that phone and finds it as his own', async () => {
    await confirmFather()
    await owner.goTo('/sign-in')
    await owner.fill(/^账号$/, father.account)
    await owner.page.getByLabel('密码').fill(father.password)
    await owner.press('登录')
    await owner.page.getByRole('link', { name: '我的单' }).first().click()
    await owner.read('别人替我点的')
    await owner.check('my-orders')
    await owner.follow(new RegExp(forFather))
    await owner.read(/（女儿）代为点单，已征得本人同意/)
    await owner.check('order-behalf')
  })

  test('he rates it, and his daughter can follow but not rate', async () => {
    await daughter.goTo('/my-orders')
    await daughter.follow(new RegExp(forFather))
    await daughter.see('heading', '已经办好，等本人评价')
    expect(await daughter.page.getByRole('button', { name: '去评价' }).count()).toBe(0)
    await daughter.check('order-fulfilled')
    await owner.press('去评价')
    await owner.choose('5 星，非常满意')
    await owner.press('提交评价')
    await owner.see('heading', '你已评价，谢谢')
    await daughter.goTo('/my-orders')
    await daughter.follow(new RegExp(forFather))
    await daughter.see('heading', '本人已评价')
  })

  test('staff order for a neighbour without a phone', async () => {
    await staff.goTo('/new-order?kind=issue')
    await staff.fill('什么事', forNeighbour)
    await staff.fill('说说情况', '入户走访时老人说纱窗破了，蚊子进来')
    await staff.page.getByRole('combobox', { name: /街道/ }).selectOption({ label: '中山东路街道' })
    await staff.page.getByRole('combobox', { name: /社区/ }).selectOption(community)
    await staff.page.getByRole('checkbox', { name: '我在替别人点单' }).check({ force: true })
    await staff.fill(/对方的姓名/, '周桂兰')
    await staff.fill(/你和对方的关系/, '网格走访')
    await staff.page.getByRole('checkbox', { name: /对方同意/ }).check({ force: true })
    await staff.press('提交')
    await staff.read(/单号 \d+/)
    await fulfil(forNeighbour)
    await staff.read(/曙光路西社区.*（网格走访）代为点单，已征得本人同意/)
  })

  test('the street asks her on the telephone; the rating is marked as such', async () => {
    await street.signInAs('street-610303001')
    await street.goTo('/workbench')
    await street.page.getByRole('tab', { name: /待评价/ }).click()
    await street.follow(new RegExp(forNeighbour))
    await street.press('记电话回访')
    await street.choose('4 星，满意')
    await street.press('记下电话回访')
    await street.read(/^电话回访：/)
    await street.check('order-telephone')
  })

  test('staff keep the list of places: add one by standing there, rename it, close it', async () => {
    const name = `试验院 ${mark}`
    await staff.page.context().setGeolocation({ latitude: 34.3645, longitude: 107.137, accuracy: 15 })
    await staff.page.context().grantPermissions(['geolocation'])
    await staff.goTo('/workbench')
    await staff.follow(/^地点/)
    await staff.see('heading', '梧桐院')
    await staff.check('places')
    await staff.press('加一个地点')
    await staff.fill(/叫什么/, name)
    await staff.press('用我现在站的位置')
    await staff.read('已有位置')
    await staff.check('place-form')
    await staff.press('保存')
    await staff.press(`停用：${name}`)
    await staff.page.getByRole('dialog').waitFor()
    await staff.check('place-close')
    await staff.page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
    await staff.page.getByRole('button', { name: `恢复使用：${name}` }).waitFor()
  })

  test('no page threw an error', () => {
    expect([daughter, staff, owner, street].map(({ errors }) => errors)).toEqual([[], [], [], []])
  })
})
