import fs from 'node:fs'
import path from 'node:path'
import { MiniProgram } from './mini-program'
import { mainPackageBytes, readAppJson, subPackageBytes } from './package-size'
import { propertyOf } from './styles'

const dist = path.resolve(__dirname, '../dist/weapp')
const apiBase = process.env.XINBAN_API
const kibibyte = 1024
const mebibyte = 1024 * kibibyte

describe('the package', () => {
  test('holds every page of its configuration', () => {
    const { pages, subPackages } = readAppJson(dist)
    const all = [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))]
    expect(all.length).toBeGreaterThan(10)
    const missing = all.filter((page) => !fs.existsSync(path.join(dist, `${page}.js`)))
    expect(missing).toEqual([])
  })

  test('has a main package under 1 MB', () => {
    const bytes = mainPackageBytes(dist)
    console.log(`main package: ${Math.round(bytes / 1024)} KB`)
    expect(bytes).toBeGreaterThan(100 * 1024)
    expect(bytes).toBeLessThan(mebibyte)
  })

  test('has subpackages of at most 500 KB each', () => {
    const sizes = subPackageBytes(dist)
    expect(Object.keys(sizes).length).toBeGreaterThan(2)
    expect(Object.entries(sizes).filter(([, bytes]) => bytes === 0 || bytes > 500 * kibibyte)).toEqual([])
  })

  test('keeps what screen readers need', () => {
    const template = fs.readFileSync(path.join(dist, 'base.wxml'), 'utf8')
    expect(template).toContain('aria-label')
    expect(template).toContain('aria-role')
  })

  test('carries no schema library', () => {
    const sources = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    const withZod = sources.filter((file) => fs.readFileSync(path.join(dist, file), 'utf8').includes('ZodMini'))
    expect(withZod).toEqual([])
  })
})

describe('against a running server', () => {
  if (apiBase === undefined) throw new Error('set XINBAN_API to the address of a running server in demo mode')
  const title = `烟雾测试 ${Date.now()}：楼道灯不亮`
  const mini = new MiniProgram(dist, apiBase)
  const community = new MiniProgram(dist, apiBase)
  const street = new MiniProgram(dist, apiBase)
  let no = ''

  test('a resident signs in', async () => {
    mini.switchTab('/pages/home/index')
    await mini.page.tap('去登录')
    expect(mini.page.route).toBe('subpackages/account/sign-in/index')
    await mini.page.tap('resident-1')
    await mini.page.until('way home', () => mini.page.route === 'pages/home/index')
    await mini.page.see(/进行中 \d/)
  })

  test('an order without a title is not sent, and says why', async () => {
    await mini.page.tap('说件事')
    await mini.page.tap('提交')
    await mini.page.see(/请用一句话写明是什么事/)
  })

  test('an order is placed, and its number shown', async () => {
    await mini.page.fill('什么事，请用一句话写明是什么事', title)
    await mini.page.fill('说说情况，请把情况写清楚一些', '晚上看不见路，老人上下楼不安全')
    await mini.page.tap('添加照片')
    await mini.page.see(/已有 1 张，最多 9 张/)
    await mini.page.tap('提交')
    no = (await mini.page.see(/单号 \d{12}/)).slice('单号 '.length)
    await mini.page.see(/接下来/)
  })

  test('it stands in 我的单 and opens with its history', async () => {
    await mini.page.tap('去我的单')
    expect(mini.page.route).toBe('pages/orders/index')
    await mini.page.see(new RegExp(no))
    await mini.page.tap(title)
    expect(mini.page.route).toBe('subpackages/orders/detail/index')
    await mini.page.see(new RegExp(`单号${no}`))
    await mini.page.see(/提交了这个单/)
    await mini.page.see(/给社区打电话/)
    await mini.page.tap('更多')
    await mini.page.see(/撤回这个单/)
  })

  test('its photo stands with it and opens large, by an address that the server knows', async () => {
    await mini.page.tap('点单照片 1，共 1 张')
    const { pathname, search } = new URL(mini.previewed ?? '')
    const answer = await fetch(new URL(pathname + search, apiBase))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  const signInAs = async (phone: MiniProgram, account: string) => {
    phone.switchTab('/pages/home/index')
    await phone.page.tap('去登录')
    await phone.page.fill('演示账号', account)
    await phone.page.tap('用这个账号登录')
    await phone.page.until('way home', () => phone.page.route === 'pages/home/index')
  }

  const backToOrder = (phone: MiniProgram) =>
    phone.page.until('way back to the order', () => phone.page.route === 'subpackages/orders/detail/index')

  test('the community accepts it and says what was done', async () => {
    await signInAs(community, 'community-610303001002')
    community.navigateTo('/subpackages/workbench/queue/index')
    await community.page.tap(`接单：${title}`)
    await community.page.until('order to be gone', () => !community.page.text.includes(title))
    await community.page.tap('在办')
    await community.page.tap(title)
    await community.page.tap('更多')
    await community.page.tap('办结')
    expect(community.page.options).toMatchObject({ action: 'fulfil' })
    // The camera opens by itself.
    await community.page.see(/已有 1 张/)
    await community.page.fill('办得怎么样', '灯已换好，试过能亮')
    await community.page.tap('办结')
    await backToOrder(community)
    await community.page.see(/已办结，等居民评价/)
  })

  test('the resident rates it, and the street grades it', async () => {
    mini.switchTab('/pages/orders/index')
    await mini.page.tap(title)
    await mini.page.tap('去评价')
    await mini.page.tap('5 星')
    await mini.page.tap('提交评价')
    await backToOrder(mini)
    await mini.page.see(/你已评价，谢谢/)
    await signInAs(street, 'street-610303001')
    street.navigateTo('/subpackages/workbench/queue/index')
    await street.page.tap('待评单')
    await street.page.tap(title)
    await street.page.tap('评单')
    for (const [part, score] of Object.entries({
      '及时（满分 30）': '28',
      '质量（满分 40）': '38',
      '凭证（满分 15）': '12',
      '沟通（满分 15）': '15',
    })) {
      await street.page.fill(part, score)
    }
    await street.page.see(/合计 93 分/)
    await street.page.tap('提交评单')
    await backToOrder(street)
    await street.page.see(/街道评单 93 分/)
  })

  test('what a neighbour let everyone see opens without whose it is', async () => {
    mini.navigateTo('/subpackages/orders/public/index')
    await mini.page.tap('地下室进水')
    expect(mini.page.options).toMatchObject({ as: 'public' })
    await mini.page.see(/\d+ 人附议/)
    expect(mini.page.text).not.toMatch(/周|199/)
  })

  test('my profile says where a phone is confirmed when the server does not ask WeChat', async () => {
    mini.switchTab('/pages/me/index')
    await mini.page.tap('我的资料')
    expect(mini.page.route).toBe('subpackages/account/profile/index')
    await mini.page.see(/手机号在微信小程序里确认/)
  })

  test('elder mode gives the open page larger letters, and a tab bar that grows with them', async () => {
    const scale = () => Number(propertyOf(dist, '--fs', mini.page.rootClasses))
    const touch = () => propertyOf(dist, '--touch', mini.page.rootClasses)
    mini.switchTab('/pages/home/index')
    await mini.page.see(/长辈版/)
    expect([scale(), mini.hasTabBar]).toEqual([1, true])
    const before = touch()
    await mini.page.tap('长辈版')
    await mini.page.until('larger letters', () => Math.abs(scale() - 22 / 17) < 0.001)
    expect(touch()).not.toBe(before)
    await mini.page.until('its own tab bar', () => !mini.hasTabBar)
    mini.switchTab('/pages/me/index')
    await mini.page.tap('最大')
    await mini.page.until('the largest letters', () => Math.abs(scale() - 30 / 17) < 0.001)
    mini.switchTab('/pages/home/index')
    await mini.page.until('the largest letters', () => Math.abs(scale() - 30 / 17) < 0.001)
    await mini.page.tap('标准版')
    await mini.page.until('standard letters', () => scale() === 1)
    await mini.page.until('WeChat’s tab bar', () => mini.hasTabBar)
  })

  test('no page hands WeChat more than 64 KB at once', () => {
    for (const phone of [mini, community, street]) {
      expect(phone.largestSetData.bytes).toBeGreaterThan(kibibyte)
      expect(phone.largestSetData.bytes).toBeLessThanOrEqual(64 * kibibyte)
    }
  })
})
