import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const stamp = String(Date.now()).slice(-6)
const asked = `楼下奶奶想修拐杖 ${stamp}`
const shown = `想请人修一根拐杖（${stamp}）`
const thanks = `拐杖好用了，谢谢你们 ${stamp}`
const partner = { account: 'unit-3', name: '法律服务志愿队' }
const beneficiary = { name: '司徒玉珍', phone: '13700005678' }

/** What a 79-year-old's neighbour asks for her, from the form to the stars, each person with a device of their own. */
describe('a wish', () => {
  let browser: Browser
  let neighbour: Visitor
  let street: Visitor
  let unit: Visitor
  let other: Visitor
  let passerBy: Visitor

  beforeAll(async () => {
    browser = await launch()
    neighbour = await Visitor.arrive(browser, 'wish-neighbour', url)
    street = await Visitor.arrive(browser, 'wish-street', url, { width: 1440, height: 900 })
    unit = await Visitor.arrive(browser, 'wish-unit', url)
    other = await Visitor.arrive(browser, 'wish-partner', url)
    passerBy = await Visitor.arrive(browser, 'wish-passer-by', url)
  })
  afterAll(() => browser.close())

  test('a neighbour files it for her, with her word', async () => {
    await neighbour.signInAs('resident-12')
    await neighbour.goTo('/wishes')
    await neighbour.read('想要一台收音机')
    await neighbour.check('wall')
    await neighbour.press('许个心愿')
    await neighbour.fill('什么事', asked)
    await neighbour.fill('说说情况', '她 79 岁，一个人住，拐杖的脚垫掉了，走路打滑')
    await neighbour.page.getByRole('checkbox', { name: '我在替别人点单' }).check({ force: true })
    await neighbour.fill('对方的姓名', beneficiary.name)
    await neighbour.fill('对方的电话', beneficiary.phone)
    await neighbour.fill('你和对方的关系', '邻居')
    await neighbour.page.getByRole('checkbox', { name: /对方同意/ }).check({ force: true })
    await neighbour.check('new-wish')
    await neighbour.press('提交')
    await neighbour.read(/单号 \d+/)
  })

  test('nobody reads of it before the street said a word', async () => {
    await passerBy.goTo('/wishes')
    await passerBy.settle()
    expect(await passerBy.page.getByText(stamp).count()).toBe(0)
  })

  test('the street of her community looks at it and lets it onto the wall', async () => {
    await street.signInAs(await streetAccount())
    await street.goTo('/workbench/wishes')
    await street.check('desk')
    await street.follow(new RegExp(asked))
    await street.press('同意公开')
    await street.fill('公开的标题', `${beneficiary.name}想修拐杖`)
    await street.choose('小修小补')
    await street.press('同意上墙')
    await street.read(/不能有本人的姓名/)
    await street.check('approve-refused')
    await street.fill('公开的标题', shown)
    await street.press('同意上墙')
    await street.see('heading', /在心愿墙上/)
  })

  test('everyone reads its title, category and community, and nothing of her', async () => {
    await passerBy.goTo('/wishes?category=repair')
    await passerBy.follow(shown)
    await passerBy.read('待认领')
    await passerBy.check('wish')
    await passerBy.press('做成海报')
    await passerBy.read('扫一扫')
    await passerBy.check('poster')
    const words = await passerBy.page.getByRole('main').innerText()
    for (const secret of [beneficiary.name, beneficiary.phone, asked, '79 岁', '司徒'])
      expect(words).not.toContain(secret)
  })

  test('a unit claims it, sees how to reach her, and writes down that it did', async () => {
    await unit.signInAs('unit-1')
    await unit.goTo('/unit')
    await unit.read('服务范围内的')
    await unit.check('bench')
    await unit.goTo('/wishes?category=repair')
    await unit.follow(shown)
    await unit.press('认领这个心愿')
    await unit.press('认领')
    await unit.follow(/这个心愿和你有关/)
    await unit.see('button', /记首次联系/)
    await unit.press('看联系方式')
    await unit.read(beneficiary.phone)
    await unit.press('记首次联系')
    await unit.fill('怎么联系的', '打过电话，下午上门')
    await unit.press('记下首次联系')
    await unit.read('打过电话，下午上门')
  })

  test('it asks another unit to do it together, which says yes', async () => {
    await unit.press('更多')
    await unit.press('邀请单位一起办')
    await unit.choose(partner.name)
    await unit.check('invite')
    await unit.press('邀请一起办')
    await unit.read(/已邀请/)
    await other.signInAs(partner.account)
    await other.goTo('/unit?tab=in-hand')
    await other.follow(shown)
    await other.press('一起办')
    await other.check('join')
    const dialog = other.page.getByRole('dialog', { name: '一起圆这个心愿吗？' })
    await dialog.getByRole('button', { name: '一起办' }).click()
    await other.follow(/这个心愿和你有关/)
    await other.read('打过电话，下午上门')
  })

  test('it is fulfilled with a photo that she agreed to, and whoever asked reads so', async () => {
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await passerBy.page.screenshot({ type: 'jpeg' }) }
    await unit.press('办结')
    await unit.page.getByLabel('拍照', { exact: true }).setInputFiles(photo)
    await unit.read('已有 1 张，最多 9 张')
    await unit.fill('办得怎么样', '换了新的脚垫，走着不滑了')
    await unit.press('办结')
    await unit.read(/先征得本人同意/)
    await unit.check('fulfil-unagreed')
    await unit.page.getByRole('checkbox', { name: '本人同意拍照留存' }).check({ force: true })
    await unit.press('办结')
    await unit.see('heading', /已办结/)
    await neighbour.goTo('/my-orders')
    await neighbour.follow(new RegExp(asked))
    await neighbour.see('heading', /已经办好/)
  })

  test('she has no phone of her own in the app: the street asks her and writes down her stars', async () => {
    await street.page.reload()
    await street.press('记电话回访')
    await street.page.getByRole('radio', { name: /5 星/ }).check({ force: true })
    await street.press('记下电话回访')
    await street.see('heading', /已评价/)
    await passerBy.goTo('/wishes?state=done')
    await passerBy.read(shown)
  })

  test('the neighbour writes a word of thanks, which the unit reads when the street has', async () => {
    await neighbour.page.reload()
    await neighbour.check('order')
    await neighbour.follow(/写句感谢的话/)
    await neighbour.fill(/说声谢谢/, thanks)
    await neighbour.check('thanks')
    await neighbour.press('送出感谢')
    await neighbour.read(/街道看过后转给/)
    await neighbour.page.reload()
    await neighbour.settle()
    expect(await neighbour.page.getByRole('textbox', { name: /说声谢谢/ }).count()).toBe(0)
    await unit.goTo('/unit?tab=thanks')
    await unit.settle()
    expect(await unit.page.getByText(thanks).count()).toBe(0)
    await street.goTo('/workbench/wishes?tab=thanks')
    await street.read(thanks)
    await street.check('thanks-desk')
    await street.press('转给单位')
    await street.page.getByText(thanks).waitFor({ state: 'hidden' })
    await unit.page.reload()
    await unit.read(thanks)
    await unit.check('thanked')
    await unit.follow(/年度小结/)
    await unit.read(shown)
    await unit.check('statement')
  })

  test('nothing of her, and no photo, is on the shared page either', async () => {
    await passerBy.follow(shown)
    await passerBy.read('已圆梦')
    const words = await passerBy.page.getByRole('main').innerText()
    for (const secret of [beneficiary.name, beneficiary.phone, asked, thanks, '脚垫'])
      expect(words).not.toContain(secret)
    expect(await passerBy.page.getByRole('main').getByRole('img').count()).toBe(0)
  })

  test('nothing went wrong on any page', () => {
    for (const visitor of [neighbour, street, unit, other, passerBy]) expect(visitor.errors).toEqual([])
  })

  /** Resident 12 lives where the demo put them. */
  async function streetAccount(): Promise<string> {
    const session = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'demo', account: 'resident-12' }),
    })
    const { person } = (await session.json()) as { person: { community: { code: string } } }
    return `street-${person.community.code.slice(0, 9)}`
  }
})
