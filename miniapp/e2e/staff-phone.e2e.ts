import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const mark = Date.now()
const urgent = `水管爆了 ${mark}`
const titles = [1, 2, 3].map((n) => `手机 ${n} 号 ${mark}`)
const [one = '', two = '', three = ''] = titles

/** A day of community staff with a telephone in one hand. */
describe('staff on a phone', () => {
  let browser: Browser
  let resident: Visitor
  let staff: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'staff-phone-resident', url)
    staff = await Visitor.arrive(browser, 'staff-phone', url)
  })
  afterAll(() => browser.close())

  const accept = (title: string) => staff.page.getByRole('button', { name: `接单：${title}` })
  const tab = (name: RegExp) => staff.page.getByRole('tab', { name })
  /** Where something stands, in CSS px from the top of the screen to its lower edge. */
  const lowerEdge = async (name: string | RegExp) => {
    const box = await staff.page.getByRole('button', { name, exact: true }).boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }

  async function place(title: string, isUrgent: boolean): Promise<void> {
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', `${title}，请来看看`)
    await resident.fill(/联系电话/, '13800008000')
    if (isUrgent) await resident.page.getByRole('radio', { name: /^很急/ }).check({ force: true })
    await resident.press('提交')
    await resident.read(/单号 \d+/)
  }

  test('a resident orders three things, and then something urgent', async () => {
    await resident.signInAs('resident-5')
    for (const title of titles) await place(title, false)
    await place(urgent, true)
  })

  test('what is urgent stands before what came earlier, says so, and can be shown alone', async () => {
    await staff.signInAs('community-610303001002')
    await staff.goTo('/workbench')
    await accept(urgent).waitFor()
    const cards = await staff.page
      .getByRole('listitem')
      .filter({ hasText: String(mark) })
      .allInnerTexts()
    expect(cards[0]).toContain(urgent)
    expect(cards[0]).toContain('紧急')
    await staff.check('queue')
    const chip = staff.page.getByRole('button', { name: /^▲ 只看紧急/ })
    await chip.click()
    await accept(one).waitFor({ state: 'hidden' })
    expect(await chip.getAttribute('aria-pressed')).toBe('true')
    expect(await accept(urgent).count()).toBe(1)
    await chip.click()
    await accept(one).waitFor()
  })

  test('one tap accepts, and the counts above follow', async () => {
    const waiting = async () => Number(/\d+/.exec((await tab(/^待接/).textContent()) ?? '')?.[0])
    const before = await waiting()
    await accept(urgent).click()
    await accept(urgent).waitFor({ state: 'hidden' })
    await tab(new RegExp(`^待接\\s*${before - 1}$`)).waitFor()
  })

  test('the others are accepted together, by buttons under the thumb', async () => {
    await staff.press('多选')
    for (const title of titles) {
      await staff.page.getByRole('checkbox', { name: `选上：${title}` }).check({ force: true })
    }
    expect(await lowerEdge('批量接单（3）')).toBeGreaterThan(700)
    await staff.check('batch')
    await staff.press('批量接单（3）')
    await staff.read('接了 3 件')
    for (const title of titles) await accept(title).waitFor({ state: 'hidden' })
    await staff.press('知道了')
  })

  test('an order goes to a grid whose load is in view, and the load grows by it', async () => {
    const loadOf = (name: string) =>
      staff.page.getByRole('radio', { name: new RegExp(`^${name}`) }).evaluate((radio) => {
        const words = (radio as HTMLInputElement).labels?.[0]?.textContent ?? ''
        return Number(/手上 (\d+) 件/.exec(words)?.[1] ?? 0)
      })
    async function openDispatch(title: string) {
      await staff.goTo('/workbench')
      await tab(/^在办/).click()
      await staff.follow(new RegExp(title))
      await staff.press('派单')
      await staff.page.getByRole('radio', { name: '网格', exact: true }).check({ force: true })
      await staff.page.getByRole('radio', { name: /^第一网格/ }).waitFor()
    }
    await openDispatch(one)
    const before = await loadOf('第一网格')
    await staff.page.getByRole('radio', { name: /^第一网格/ }).check({ force: true })
    expect(await lowerEdge('派单')).toBeGreaterThan(700)
    await staff.check('dispatch')
    await staff.press('派单')
    await staff.see('heading', /第一网格.*在办/)
    await openDispatch(two)
    expect(await loadOf('第一网格')).toBe(before + 1)
    await staff.read(/上次派给/)
  })

  test('a kept reply joins what was typed; it goes with a photo, and can be kept anew', async () => {
    await staff.goTo('/workbench')
    await tab(/^在办/).click()
    await staff.follow(new RegExp(three))
    await staff.press('更多')
    await staff.press('办结')
    const note = staff.page.getByRole('textbox', { name: /^办得怎么样/ })
    await note.fill('今天上午')
    await staff.press('常用回复')
    await staff.page.getByRole('group', { name: '选一条常用回复' }).waitFor()
    await staff.check('templates')
    await staff.press('灯已换好，试过能亮。')
    expect(await note.inputValue()).toBe('今天上午灯已换好，试过能亮。')
    const own = `阀门换了新的 ${mark}`
    await note.fill(own)
    await staff.press('存为常用')
    await staff.read('已存为常用回复')
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await staff.page.screenshot({ type: 'jpeg' }) }
    await staff.page.getByLabel('拍照').setInputFiles(photo)
    await staff.read('已有 1 张，最多 9 张')
    expect(await lowerEdge('办结')).toBeGreaterThan(700)
    await staff.check('fulfil')
    await staff.press('办结')
    const image = staff.page.getByRole('button', { name: '办结照片 1，共 1 张' }).getByRole('img')
    await image.waitFor()
    await staff.goTo('/workbench/templates?purpose=fulfil')
    await staff.read(own)
    await staff.check('templates-page')
  })

  test('a reply that nobody needs any more is deleted after a question', async () => {
    const remove = staff.page.getByRole('button', { name: /^删除：阀门换了新的/ })
    await remove.first().click()
    const dialog = staff.page.getByRole('dialog', { name: '要删除这条常用回复吗？' })
    await dialog.getByRole('button', { name: '删除' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await staff.page.getByText(`阀门换了新的 ${mark}`).waitFor({ state: 'hidden' })
  })

  test('no page threw an error', () => {
    expect([resident, staff].map(({ errors }) => errors)).toEqual([[], []])
  })
})
