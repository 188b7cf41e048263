import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const mark = String(Date.now()).slice(-6)
const said = `${mark} 号院东门的井盖松了`
const alike = `${mark} 号院东门井盖松动`
const field = { title: '什么事', content: '说说情况', place: /地点/ } as const

/** Help while one types, and finding things: a neighbour's order, a service, a guide, an order to merge into. */
describe('hints and search', () => {
  let browser: Browser
  let first: Visitor
  let second: Visitor
  let community: Visitor

  beforeAll(async () => {
    browser = await launch()
    first = await Visitor.arrive(browser, 'hints-first', url)
    second = await Visitor.arrive(browser, 'hints-second', url)
    community = await Visitor.arrive(browser, 'hints-community', url)
  })
  afterAll(() => browser.close())

  async function place(who: Visitor, title: string): Promise<void> {
    await who.goTo('/new-order?kind=issue')
    await who.fill(field.title, title)
    await who.fill(field.content, '井盖松了，踩上去会动，晚上很危险')
    await who.page.getByRole('radio', { name: /^愿意公开/ }).check({ force: true })
    await who.press('提交')
    await who.read(/单号 \d+/)
  }

  test('a neighbour’s order is public', async () => {
    await first.signInAs('resident-1')
    await place(first, said)
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench')
    await community.follow(new RegExp(said))
    await community.press('更多')
    await community.press('同意公开')
    await community.page
      .getByRole('dialog', { name: '要公开这个单吗？' })
      .getByRole('button', { name: '同意公开' })
      .click()
    await community.read('标题和社区已公开，还没有人附议')
  })

  test('a resident who types what a neighbour said finds it, and nothing above moves', async () => {
    await second.signInAs('resident-2')
    await second.goTo('/new-order?kind=issue')
    const title = second.page.getByRole('textbox', { name: field.title })
    const before = await title.boundingBox()
    await title.pressSequentially(alike)
    await second.see('heading', '可能已经有人反映过')
    expect(await title.boundingBox()).toEqual(before)
    expect(await title.evaluate((element) => element.matches(':focus'))).toBe(true)
    await second.page.getByRole('status').filter({ hasText: '相似的事' }).waitFor()
    await second.check('new-order-hints')
  })

  test('it opens, and what was typed is there on the way back', async () => {
    await second.follow(new RegExp(said))
    await second.see('heading', '社区里大家在说')
    await second.press('返回')
    expect(await second.page.getByRole('textbox', { name: field.title }).inputValue()).toBe(alike)
  })

  test('it is seconded in place of a duplicate, and the draft is thrown away after a question', async () => {
    await second.press(`我也需要，附议：${said}`)
    const dialog = second.page.getByRole('dialog', { name: '要附议这件事吗？' })
    await dialog.getByText(/先不提交/).waitFor()
    await dialog.getByRole('button', { name: '附议', exact: true }).click()
    await second.read(`已附议“${said}”`)
    await second.check('new-order-seconded')
    await second.press('不用了，清空我写的')
    await second.page
      .getByRole('dialog', { name: '要清空写好的内容吗？' })
      .getByRole('button', { name: '清空', exact: true })
      .click()
    await second.read('1 人附议')
    await second.goTo('/new-order?kind=issue')
    expect(await second.page.getByRole('textbox', { name: field.title }).inputValue()).toBe('')
  })

  test('one’s own words lead to a service, and back', async () => {
    await second.fill(field.title, '家里的水龙头坏了要修')
    await second.fill(field.content, '一直滴水')
    await second.see('heading', '你是不是要办：')
    await second.press('水电小修')
    await second.read('点的服务：水电小修')
    expect(await second.page.getByRole('textbox', { name: field.title }).inputValue()).toBe('家里的水龙头坏了要修')
    await second.check('new-order-chosen')
    await second.follow('看说明：水电小修')
    await second.see('heading', '怎么办')
    await second.press('返回')
    await second.press('换成自己的话')
    await second.page.getByRole('radio', { name: '诉求' }).waitFor({ state: 'attached' })
    await second.page.getByRole('textbox', { name: field.title }).fill('')
    await second.page.getByRole('textbox', { name: field.content }).fill('')
  })

  test('a search in everyday words leads to a guide, and is there on the way back', async () => {
    await second.goTo('/home')
    await second.follow(/找服务/)
    const box = second.page.getByRole('searchbox', { name: '找服务' })
    await box.fill('老人补贴')
    await second.page.getByRole('list', { name: '找到的服务' }).waitFor()
    await second.check('catalogue-found')
    await second.follow(/津贴/)
    await second.see('heading', '怎么办')
    await second.press('返回')
    expect(await box.inputValue()).toBe('老人补贴')
  })

  test('words that find nothing are carried into one’s own order', async () => {
    const box = second.page.getByRole('searchbox', { name: '找服务' })
    await box.fill('龘靐齉')
    await second.read('没有找到“龘靐齉”')
    await second.check('catalogue-empty')
    await second.press('用自己的话说')
    await second.see('heading', '填写点单')
    expect(await second.page.getByRole('textbox', { name: field.title }).inputValue()).toBe('龘靐齉')
  })

  test('staff merge an order into a similar one from the hints, and may undo it', async () => {
    await place(first, alike)
    await community.goTo('/workbench')
    await community.follow(new RegExp(alike))
    await community.see('heading', '相似的单')
    await community.check('order-similar')
    await community.press(`并到这一单：${said}`)
    const chosen = community.page.getByRole('radio', { name: new RegExp(said) })
    await chosen.waitFor({ state: 'attached' })
    expect(await chosen.isChecked()).toBe(true)
    await community.check('merge-proposed')
    await community.press('并单')
    await community.press('确定并单')
    await community.see('heading', /已并入 \d+，跟着那一单一起办/)
    await community.see('link', /并入的那一单/)
    await community.page.getByRole('button', { name: '撤销并单' }).waitFor()
  })

  test('an order of a service leads to the guide it was placed under', async () => {
    await first.goTo('/my-orders')
    await first.follow(/3 号楼 2 单元楼道灯不亮/)
    await first.follow(/^楼道照明维修/)
    await first.see('heading', '怎么办')
    expect(first.page.url()).toMatch(/version=1/)
  })

  test('no page threw an error', () => {
    expect([first, second, community].map(({ errors }) => errors)).toEqual([[], [], []])
  })
})
