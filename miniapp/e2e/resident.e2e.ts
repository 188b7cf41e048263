import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `单元门关不上 ${Date.now()}`

/** What a resident sees of their own: the way to an order, where it is, and what is stored about them. */
describe('a resident', () => {
  let browser: Browser
  let resident: Visitor

  beforeAll(async () => {
    browser = await launch()
    resident = await Visitor.arrive(browser, 'resident', url)
  })
  afterAll(() => browser.close())

  test('anyone reads how data is handled before signing in', async () => {
    await resident.goTo('/sign-in')
    await resident.follow(/隐私说明/)
    await resident.see('heading', '谁能看到')
    await resident.check('privacy')
  })

  test('sees what is stored, and takes the agreement back after a question', async () => {
    await resident.signInAs('resident-9')
    await resident.goTo('/me')
    await resident.follow(/我的资料存了什么/)
    await resident.read('同意了隐私说明')
    await resident.check('stored-data')
    await resident.press('收回同意')
    await resident.page.getByRole('dialog').getByRole('button', { name: '收回同意' }).click()
    await resident.read(/同意过隐私说明，已收回/)
  })

  test('comes from home to 提交 in three clicks beside typing, and is asked to agree again', async () => {
    await resident.goTo('/home')
    await resident.follow(/说件事/)
    await resident.fill('什么事', title)
    await resident.fill('说说情况', '风一吹就开，晚上不放心')
    await resident.press('提交')
    await resident.see('heading', '提交前，先看看你的信息怎么用')
    await resident.check('consent')
    await resident.press('先不同意')
    expect(await resident.page.getByRole('textbox', { name: '什么事' }).inputValue()).toBe(title)
    await resident.press('提交')
    await resident.press('同意并提交')
    await resident.read(/单号 \d+/)
  })

  test('follows it: where it is, who has it, what comes next, and the telephone one tap away', async () => {
    await resident.press('看办理进度')
    await resident.see('heading', /已送到/)
    await resident.read(/现在由.*负责/)
    await resident.see('link', '给社区打电话')
    expect(await resident.page.getByRole('button', { name: '撤回这个单' }).count()).toBe(0)
    await resident.check('tracking')
    await resident.press('更多')
    await resident.page.getByRole('button', { name: '撤回这个单' }).waitFor()
  })

  test('the home page shows it, and says when the network is gone', async () => {
    await resident.goTo('/home')
    await resident.see('link', new RegExp(title))
    await resident.page.context().setOffline(true)
    await resident.read(/网络断开了/)
    await resident.check('offline')
    await resident.page.context().setOffline(false)
    await resident.page.getByText(/网络断开了/).waitFor({ state: 'hidden' })
  })

  test('takes a copy of what is theirs, after a word of warning', async () => {
    await resident.goTo('/stored-data')
    await resident.press('导出我的资料')
    await resident.check('export')
    const [file] = await Promise.all([
      resident.page.waitForEvent('download'),
      resident.page.getByRole('dialog').getByRole('button', { name: '导出' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('我的资料.json')
    const exported = JSON.parse(fs.readFileSync(await file.path(), 'utf8')) as { orders: { title: string }[] }
    expect(exported.orders.map((order) => order.title)).toContain(title)
  })

  test('no page had an error of its own', () => {
    expect(resident.errors).toEqual([])
  })
})
