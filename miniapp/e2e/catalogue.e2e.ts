import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const mark = Date.now()
const name = `助听器清洗保养 ${mark}`
const title = `想清洗助听器 ${mark}`
const communityCode = '610303001002'

/** One service item from its first words until a community no longer offers it. */
describe('a service item', () => {
  let browser: Browser
  let district: Visitor
  let resident: Visitor
  let community: Visitor

  beforeAll(async () => {
    browser = await launch()
    const desk = { width: 1440, height: 900 }
    district = await Visitor.arrive(browser, 'district', url, desk)
    resident = await Visitor.arrive(browser, 'resident-item', url)
    community = await Visitor.arrive(browser, 'community-item', url)
  })
  afterAll(() => browser.close())

  const openItem = async () => {
    await district.goTo('/workbench/items')
    await district.page.getByRole('searchbox', { name: '找事项' }).fill(name)
    await district.press('查找')
    await district.follow(name)
    await district.see('heading', name)
  }
  const publish = async (check: string) => {
    await district.press('发布')
    const dialog = district.page.getByRole('dialog', { name: `要发布“${name}”吗？` })
    await dialog.waitFor()
    await district.check(check)
    return dialog
  }

  test('the district finds its items on the workbench', async () => {
    await district.signInAs('district-610303')
    await district.goTo('/workbench')
    await district.follow('服务事项')
    await district.see('link', /楼道照明/)
    await district.check('items')
    await district.press('新建事项')
  })

  test('an item that says nothing is refused beside each field', async () => {
    await district.press('存为草稿')
    await district.read('请填写事项名称')
    const field = district.page.getByRole('textbox', { name: '事项名称' })
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true)
    await district.check('edit-item-errors')
  })

  test('what is typed survives a reload, and is saved as a draft', async () => {
    await district.fill('事项名称', name)
    await district.fill(/^分类/, '助残')
    await district.fill(/^一句话简介/, '为听力不便的居民清洗、保养助听器')
    await district.fill(/^谁可以点/, '戴助听器的居民')
    await district.page.reload()
    await district.read('上次写了没存的内容，已经放回来了。')
    await district.press('加一项材料')
    await district.fill(/^材料 1$/, '助听器')
    await district.press('加一步')
    await district.fill(/^第 1 步/, '预约时间')
    await district.press('加一步')
    await district.fill(/^第 2 步/, '上门取走，三天后送回')
    await district.press('上移第 2 步')
    expect(await district.page.getByRole('textbox', { name: /^第 1 步/ }).inputValue()).toBe('上门取走，三天后送回')
    await district.press('下移第 1 步')
    await district.fill(/^时限怎么说/, '预约后 3 天内')
    await district.fill('费用', '不收费')
    await district.page.getByRole('checkbox', { name: '就近办' }).check()
    await district.fill('谁公布的', '区残联')
    await district.page.getByLabel('公布日期').fill('2026-11-01')
    await district.check('edit-item')
    await district.press('存为草稿')
    await district.read('这是草稿，居民还看不到。')
    await district.check('item-draft')
  })

  test('nobody finds it before it is published', async () => {
    await resident.signInAs('resident-1')
    await resident.goTo('/catalogue')
    await resident.see('link', /./)
    expect(await resident.page.getByRole('link', { name }).count()).toBe(0)
  })

  test('only the community will offer it, and then it is published', async () => {
    await district.follow('由谁提供')
    await district.page.getByRole('switch', { name: '金台区（全区）' }).click()
    await district.page.getByRole('dialog').getByRole('button', { name: '停止提供' }).click()
    await district.read('还没有单位提供，居民点不到这项服务。')
    await district.press(/^中山东路街道，看社区/)
    const offer = district.page.getByRole('switch', { name: '曙光路西社区' })
    await offer.click()
    await district.page.getByRole('switch', { name: '曙光路西社区', checked: true }).waitFor()
    await district.read('正在提供')
    await district.check('item-offers')
    await openItem()
    const dialog = await publish('publish-first')
    await dialog.getByText(/曙光路西社区.*提供/).waitFor()
    await dialog.getByRole('button', { name: '发布' }).click()
    await district.read(/居民看到第 1 版/)
  })

  test('a resident finds it, and orders it', async () => {
    const query = `org=${communityCode}&q=${encodeURIComponent('助听器')}`
    const found = await resident.page.request.get(`${url}/api/v1/service-items?${query}`)
    expect(((await found.json()) as { items: { name: string }[] }).items[0]?.name).toBe(name)
    await resident.goTo('/catalogue')
    await resident.follow(name)
    await resident.read('预约后 3 天内')
    await resident.press('点这个单')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '声音变小了，想清洗一下')
    await resident.press('提交')
    await resident.read(/单号 \d+/)
  })

  test('the item is changed and published again, with a word on what changes for whom', async () => {
    await district.press('修改内容')
    await district.fill(/^时限怎么说/, '预约后 7 天内')
    await district.press('存为草稿')
    await district.read('这里是还没有发布的修改，居民看到的还是第 1 版。')
    const dialog = await publish('publish-again')
    await dialog.getByText('改了：多久办好。').waitFor()
    await dialog.getByText('已经点的单不变，还按点单时的说明办。').waitFor()
    await dialog.getByRole('button', { name: '发布' }).click()
    await district.read(/居民看到第 2 版/)
    await district.see('link', /第 1 版/)
    await district.check('item-versions')
  })

  test('the order keeps the guide that it was placed under', async () => {
    await resident.goTo('/my-orders')
    await resident.follow(new RegExp(title))
    await resident.follow(`${name}，看说明`)
    await resident.read('预约后 3 天内')
    await resident.read(/起用的说明，后来有更新/)
    expect(await resident.page.getByText('预约后 7 天内').count()).toBe(0)
    await resident.check('guide-version')
    await resident.follow('看现在的说明')
    await resident.read('预约后 7 天内')
  })

  test('the community stops offering it, and nobody there can order it any more', async () => {
    await community.signInAs(`community-${communityCode}`)
    await community.goTo('/workbench')
    await community.follow('提供哪些服务')
    await community.check('own-offers')
    await community.page.getByRole('searchbox', { name: '找事项' }).fill('助听器')
    await community.press('查找')
    await community.page.getByRole('switch', { name, checked: true }).click()
    await community.read('没有提供，居民点不到')
    await community.check('own-offers-stopped')
    await resident.goTo('/catalogue')
    await resident.see('link', /./)
    expect(await resident.page.getByRole('link', { name }).count()).toBe(0)
  })

  test('a colleague who was faster is shown beside what is typed', async () => {
    const other = await Visitor.arrive(browser, 'district-phone', url)
    await other.signInAs('district-610303')
    await other.goTo('/workbench/items')
    await other.see('link', /楼道照明/)
    await other.check('items')
    await other.page.getByRole('searchbox', { name: '找事项' }).fill(name)
    await other.press('查找')
    await other.follow(name)
    await other.check('item')
    await other.press('修改内容')
    await other.fill('费用', '每次 5 元')
    await openItem()
    await district.press('修改内容')
    await district.fill(/^时限怎么说/, '预约后 5 天内')
    await district.press('存为草稿')
    await district.read(/还没有发布的修改/)
    await other.press('存为草稿')
    await other.read(/同事刚刚改过这个事项/)
    await other.press('看同事改的')
    await other.read('和你写的不一样的地方：多久办好、费用。')
    await other.check('overtaken')
    await other.press('用我写的存')
    await other.read(/还没有发布的修改/)
    await other.read('每次 5 元')
    await other.follow('由谁提供')
    await other.see('heading', name)
    await other.check('item-offers')
    await other.goTo('/me')
    await other.see('link', /服务事项/)
    expect(other.errors).toEqual([])
  })

  test('closed, it leaves the catalogue, and whoever ordered it reads why', async () => {
    await openItem()
    await district.press('停办')
    const dialog = district.page.getByRole('dialog', { name: `要停办“${name}”吗？` })
    await district.check('close')
    await dialog.getByRole('button', { name: '停办' }).click()
    await district.read(/已经停办，居民现在点不到/)
    await resident.goTo('/my-orders')
    await resident.follow(new RegExp(title))
    await resident.follow(`${name}，看说明`)
    await resident.read(/这项服务已经停办/)
  })

  test('no page threw an error', () => {
    expect([district, resident, community].map(({ errors }) => errors)).toEqual([[], [], []])
  })
})
