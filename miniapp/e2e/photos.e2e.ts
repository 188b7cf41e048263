import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `扶手断了 ${Date.now()}`

/** Photos of one order: from who asks, from who did it, and from nobody to the public. */
describe('photos of an order', () => {
  let browser: Browser
  let resident: Visitor
  let community: Visitor
  let neighbour: Visitor
  let photo: { name: string; mimeType: string; buffer: Buffer }

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'photo-resident', url)
    community = await Visitor.arrive(browser, 'photo-community', url)
    neighbour = await Visitor.arrive(browser, 'photo-neighbour', url)
  })
  afterAll(() => browser.close())

  const add = (who: Visitor, word: string, count: number) =>
    who.page.getByLabel(word).setInputFiles(Array.from({ length: count }, () => photo))

  async function seesPhoto(who: Visitor, name: string): Promise<void> {
    const image = who.page.getByRole('button', { name }).getByRole('img')
    await image.waitFor()
    // Fails when it cannot be fetched or is no picture.
    await image.evaluate((element) => (element as HTMLImageElement).decode())
  }

  test('a resident adds photos, takes one back, and orders', async () => {
    await resident.signInAs('resident-3')
    photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await resident.page.screenshot({ type: 'jpeg' }) }
    await resident.goTo('/new-order?kind=issue')
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '一扶就晃')
    await resident.page.getByRole('radio', { name: /^愿意公开/ }).check({ force: true })
    await add(resident, '添加照片', 3)
    await resident.read('已有 3 张，最多 9 张')
    await resident.press('去掉照片 2')
    await resident.read('已有 2 张，最多 9 张')
    await resident.check('new-order-photos')
    await resident.press('提交')
    await resident.press('看办理进度')
    await seesPhoto(resident, '点单照片 2，共 2 张')
    await resident.check('order-photos')
  })

  test('they open large, by keys as well, and the focus comes back', async () => {
    const thumbnail = resident.page.getByRole('button', { name: '点单照片 1，共 2 张' })
    await thumbnail.click()
    await resident.page.getByRole('dialog', { name: '点单照片 1，共 2 张' }).waitFor()
    await resident.page.keyboard.press('ArrowRight')
    const second = resident.page.getByRole('dialog', { name: '点单照片 2，共 2 张' })
    await second.getByRole('img').waitFor()
    await resident.check('photo-viewer')
    await resident.page.keyboard.press('Escape')
    await second.waitFor({ state: 'hidden' })
    expect(await thumbnail.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test('the community sees them, and fulfils with a photo of its own', async () => {
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench')
    await community.press(`接单：${title}`)
    await community.page.getByRole('button', { name: `接单：${title}` }).waitFor({ state: 'hidden' })
    await community.page.getByRole('tab', { name: /在办/ }).click()
    await community.follow(new RegExp(title))
    await seesPhoto(community, '点单照片 1，共 2 张')
    await community.press('更多')
    await community.press('同意公开')
    const dialog = community.page.getByRole('dialog', { name: '要公开这个单吗？' })
    await dialog.getByRole('button', { name: '同意公开' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await community.press('更多')
    await community.press('办结')
    await add(community, '拍照', 1)
    await community.read('已有 1 张，最多 9 张')
    await community.fill('办得怎么样', '立杆换了新的')
    await community.check('fulfil-photos')
    await community.press('办结')
    await seesPhoto(community, '办结照片 1，共 1 张')
  })

  test('the resident sees how it is now', async () => {
    await resident.goTo('/my-orders')
    await resident.follow(new RegExp(title))
    await seesPhoto(resident, '办结照片 1，共 1 张')
    await resident.check('order-fulfilled-photos')
  })

  test('a neighbour sees the public order without any photo', async () => {
    await neighbour.signInAs('resident-4')
    await neighbour.goTo('/public-orders')
    await neighbour.follow(new RegExp(title))
    await neighbour.read('公开的只有标题、类别、社区和办到哪一步。是谁点的、住在哪里，都不公开。')
    expect(await neighbour.page.getByRole('main').locator('img').count()).toBe(0)
  })

  test('no page threw an error', () => {
    expect([resident, community, neighbour].map(({ errors }) => errors)).toEqual([[], [], []])
  })
})
