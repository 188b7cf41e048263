import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const mark = Date.now()
const offered = `路灯三天没亮 ${mark}`
const same = `门口路灯坏了 ${mark}`

/** Two neighbours with the same need: what becomes public, who sees what, and one order that goes on for both. */
describe('neighbours with the same need', () => {
  let browser: Browser
  let first: Visitor
  let second: Visitor
  let community: Visitor
  let auditor: Visitor

  beforeAll(async () => {
    browser = await launch()
    first = await Visitor.arrive(browser, 'first', url)
    second = await Visitor.arrive(browser, 'second', url)
    community = await Visitor.arrive(browser, 'community-2', url)
    auditor = await Visitor.arrive(browser, 'auditor', url)
  })
  afterAll(() => browser.close())

  async function place(who: Visitor, title: string, isOffered: boolean): Promise<void> {
    await who.goTo('/new-order?kind=issue')
    await who.fill('什么事', title)
    await who.fill('说说情况', '晚上看不清路')
    await who.fill(/联系电话/, '13800008000')
    if (isOffered) await who.page.getByRole('radio', { name: /^愿意公开/ }).check({ force: true })
    await who.check(isOffered ? 'new-order-public' : 'new-order-private')
    await who.press('提交')
    await who.read(/单号 \d+/)
  }

  async function openFromQueue(title: string): Promise<void> {
    await community.goTo('/workbench')
    await community.follow(new RegExp(title))
    await community.see('heading', '联系方式')
  }

  test('one offers an order to everyone, the other orders the same for themselves', async () => {
    await first.signInAs('resident-1')
    await second.signInAs('resident-2')
    await place(first, offered, true)
    await place(second, same, false)
  })

  test('whoever has it sees the contact by one tap', async () => {
    await community.signInAs('community-610303001002')
    await openFromQueue(offered)
    await community.check('order-contact-masked')
    expect(await community.page.getByRole('link', { name: '拨打 13800008000' }).count()).toBe(0)
    await community.press('看联系方式')
    await community.see('link', '拨打 13800008000')
    await community.check('order-contact')
  })

  test('nothing is public before staff looked at the title and agreed', async () => {
    await second.goTo('/public-orders')
    await second.see('link', /./)
    expect(await second.page.getByText(offered).count()).toBe(0)
    await community.press('更多')
    await community.press('同意公开')
    const dialog = community.page.getByRole('dialog', { name: '要公开这个单吗？' })
    await dialog.getByText(offered).waitFor()
    await community.check('approve')
    await dialog.getByRole('button', { name: '同意公开' }).click()
    await community.read('标题和社区已公开，还没有人附议')
  })

  test('a neighbour finds it on the home page and seconds it by one tap', async () => {
    await second.goTo('/home')
    await second.see('heading', '社区里大家在说')
    await second.check('home-neighbours')
    await second.follow('看社区里大家在说的全部')
    await second.check('public-orders')
    await second.follow(new RegExp(offered))
    await second.press('我也需要，附议')
    await second.read('1 人附议')
    expect(await second.page.getByRole('button', { name: '你已附议，谢谢' }).isDisabled()).toBe(true)
    expect(await second.page.getByText(/晚上看不清路|138/).count()).toBe(0)
    await second.check('public-order')
  })

  test('the community lets one go on for both', async () => {
    await openFromQueue(same)
    await community.press('更多')
    await community.press('并单')
    await community.page.getByRole('searchbox', { name: '找单' }).fill(offered)
    await community.press('查找')
    await community.page.getByRole('radio', { name: new RegExp(offered) }).check({ force: true })
    await community.check('merge')
    await community.press('并单')
    await community.page.getByRole('dialog', { name: '要并单吗？' }).waitFor()
    await community.check('merge-dialog')
    await community.press('确定并单')
    await community.see('heading', /已并入 \d+，跟着那一单一起办/)
    await community.check('order-merged')
  })

  test('the owner of the merged one follows its status, and gets it back when the merge is undone', async () => {
    await second.goTo('/my-orders')
    await second.page.getByRole('tab', { name: '已完成' }).click()
    await second.follow(new RegExp(same))
    await second.read('那一单现在：待接单')
    await second.check('order-merged')
    await community.press('撤销并单')
    const dialog = community.page.getByRole('dialog', { name: '要撤销并单吗？' })
    await dialog.getByRole('button', { name: '撤销并单' }).click()
    await community.see('heading', '等社区接单')
  })

  test('the auditor reads who looked', async () => {
    await auditor.signInAs('auditor-610303')
    await auditor.goTo('/workbench')
    await auditor.follow('查看记录')
    await auditor.read(/正在办这个单，不用写理由/)
    await auditor.check('contact-views')
  })

  test('my profile has name, phone and community', async () => {
    await second.goTo('/me')
    await second.follow('我的资料')
    await second.see('heading', '手机号')
    await second.check('profile')
  })

  test('no page threw an error', () => {
    expect([first, second, community, auditor].map(({ errors }) => errors)).toEqual([[], [], [], []])
  })
})
