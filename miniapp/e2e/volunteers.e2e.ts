import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const team = '银龄互助队'
const title = `楼道大扫除 ${Date.now()}`
const voucher = '理发券一张'

/** Date and time of China, so many minutes from now, as the form takes them. */
function chinaTime(minutes: number): { day: string; time: string } {
  const [day = '', time = ''] = new Date(Date.now() + (8 * 60 + minutes) * 60_000).toISOString().split('T')
  return { day, time: time.slice(0, 5) }
}

/** From joining a team to fetching something for the points. Each person has a browser of their own. */
describe('volunteers', () => {
  let browser: Browser
  let newcomer: Visitor
  let helper: Visitor
  let leader: Visitor
  let street: Visitor
  let community: Visitor
  let activity: string
  let helping: string
  let code: string

  beforeAll(async () => {
    browser = await launch()
    const arrive = (name: string) => Visitor.arrive(browser, `volunteers-${name}`, url)
    newcomer = await arrive('newcomer')
    helper = await arrive('helper')
    leader = await arrive('leader')
    street = await arrive('street')
    community = await arrive('community')
  })
  afterAll(() => browser.close())

  const addressOf = (visitor: Visitor) => {
    const { pathname, search } = new URL(visitor.page.url())
    return pathname + search
  }

  test('somebody asks to join a team, and its leader takes them in', async () => {
    await newcomer.signInAs('resident-6')
    await newcomer.goTo('/volunteering')
    await newcomer.page.getByRole('tab', { name: '队伍' }).click()
    await newcomer.press(`加入${team}`)
    await newcomer.read('等待队伍同意')
    await newcomer.check('teams')
    await leader.signInAs('unit-10')
    await leader.goTo('/workbench')
    await leader.follow(/志愿队工作台/)
    await leader.page.getByRole('tab', { name: '队员' }).click()
    await leader.page.getByRole('button', { name: /^同意.*加入$/ }).click()
    await leader.page.getByRole('button', { name: /^同意.*加入$/ }).waitFor({ state: 'hidden' })
    await leader.check('people')
  })

  test('the leader offers a shift that begins in a moment', async () => {
    await leader.page.getByRole('tab', { name: '活动' }).click()
    await leader.press('发一次活动')
    await leader.fill('做什么', title)
    await leader.fill('在哪里集合', '3 号楼门口')
    const begins = chinaTime(20)
    await leader.page.getByLabel(/哪天/).fill(begins.day)
    await leader.fill('几点开始', begins.time)
    await leader.fill('几点结束', chinaTime(80).time)
    await leader.page.getByRole('textbox', { name: '要多少人' }).fill('1')
    await leader.press('发出')
    await leader.follow(new RegExp(title))
    await leader.read('还没有人报名')
    code = await leader.page
      .getByText(/^\d{6}$/)
      .filter({ visible: true })
      .innerText()
    activity = addressOf(leader)
    await leader.check('shift')
  })

  test('the newcomer signs up and checks in by the code at the place', async () => {
    await newcomer.goTo('/volunteering')
    await newcomer.follow(new RegExp(title))
    await newcomer.press('我要报名')
    await newcomer.read(/已报名/)
    await newcomer.fill('现场的签到码', code === '000000' ? '000001' : '000000')
    await newcomer.press('签到')
    await newcomer.read(/签到码不对/)
    await newcomer.fill('现场的签到码', code)
    await newcomer.press('签到')
    await newcomer.read(/已签到/)
    await newcomer.check('checked-in')
  })

  test('who is already at a place leaves it, and the hours wait for the leader', async () => {
    await helper.signInAs('resident-8')
    await helper.goTo('/volunteering')
    await helper.page.getByRole('tab', { name: '我报的' }).click()
    await helper.follow(/长者食堂帮厨/)
    await helper.press('签退')
    await helper.read(/等确认/)
    helping = addressOf(helper)
    await helper.check('checked-out')
    await leader.goTo(helping)
    await leader.page.getByRole('button', { name: /^确认时长：/ }).click()
    // Between two and three hours, of which two count.
    await leader.read(/时长已确认 · 2 小时.* · 2 分/)
    expect(await leader.page.getByRole('button', { name: /^更正时长：/ }).count()).toBe(0)
    await leader.check('confirmed')
  })

  test('the street corrects the hours by an entry beside the first', async () => {
    await street.signInAs('street-610303001')
    await street.goTo('/workbench')
    await street.follow(/志愿队工作台/)
    await street.page.getByLabel('哪个队伍').selectOption({ label: team })
    await street.follow(/长者食堂帮厨/)
    await street.page.getByRole('button', { name: /^更正时长：/ }).click()
    await street.fill('服务多少分钟', '90')
    await street.press('更正')
    await street.read('请写明为什么更正，本人会看到')
    await street.fill('为什么更正', '中午休息了半小时')
    await street.check('correcting')
    await street.press('更正')
    await street.read(/时长已确认 · 1 小时 30 分钟 · 1.5 分/)
  })

  test('points are in the ledger and are good for something at the market', async () => {
    await helper.goTo('/volunteering')
    await helper.read('1 小时 30 分钟')
    await helper.press('去集市兑换')
    await helper.page.getByRole('tab', { name: '积分明细' }).click()
    await helper.read(/时长更正.*中午休息了半小时/)
    await helper.read('-0.5，余 1.5')
    await helper.read('+2，余 2')
    await helper.check('entries')
    await helper.page.getByRole('tab', { name: '能换什么' }).click()
    const piece = helper.page.getByRole('listitem').filter({ hasText: voucher })
    const left = async () => Number(/还有 (\d+) 件/.exec(await piece.innerText())?.[1])
    await piece.waitFor()
    const before = await left()
    await helper.press(`兑换${voucher}`)
    await helper.press('兑换')
    await helper.read('你有 0 分')
    await piece.getByText(new RegExp(`还有 ${before - 1} 件`)).waitFor()
    await helper.page.getByRole('tab', { name: '我的兑换' }).click()
    await helper.check('redeemed')
  })

  test('the stall hands it over against the code', async () => {
    const say = await helper.page
      .getByText(/^\d{6}$/)
      .filter({ visible: true })
      .innerText()
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench')
    await community.follow(/集市工作台/)
    const waiting = community.page.getByRole('listitem').filter({ hasText: voucher })
    await waiting.getByRole('textbox', { name: '取货码' }).fill(say)
    await waiting.getByRole('button', { name: '交付' }).click()
    await waiting.waitFor({ state: 'hidden' })
    await community.check('stall')
  })

  test('the certificate is one page of paper without buttons', async () => {
    await helper.goTo('/volunteering')
    await helper.press('服务证明')
    await helper.read(/参加志愿服务 1 次，经确认的服务时长共 1 小时 30 分钟/)
    await helper.check('certificate')
    await helper.page.emulateMedia({ media: 'print' })
    expect(await helper.page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    expect(await helper.page.getByText(/参加志愿服务 1 次/).isVisible()).toBe(true)
  })

  test('a full shift says so to whoever comes later', async () => {
    const late = await Visitor.arrive(browser, 'volunteers-late', url as string)
    await late.signInAs('resident-10')
    await late.goTo(activity)
    await late.read(/名额已满/)
    expect(await late.page.getByRole('button', { name: '我要报名' }).count()).toBe(0)
    expect(late.errors).toEqual([])
  })

  test('nothing went wrong on any page', () => {
    expect([newcomer, helper, leader, street, community].flatMap(({ errors }) => errors)).toEqual([])
  })
})
