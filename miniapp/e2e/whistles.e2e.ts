import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const title = `人行道塌陷 ${Date.now()}`
const housing = '区住建局（演示）'
const water = '区水利局（演示）'

/** A street calls departments; they come, work, and both sides grade. Each person has a browser of their own. */
describe('a whistle', () => {
  let browser: Browser
  let street: Visitor
  let department: Visitor
  let community: Visitor
  let address: string
  let placeCode: string

  beforeAll(async () => {
    browser = await launch()
    street = await Visitor.arrive(browser, 'whistle-street', url)
    department = await Visitor.arrive(browser, 'whistle-department', url)
    community = await Visitor.arrive(browser, 'whistle-community', url)
  })
  afterAll(() => browser.close())

  const status = (visitor: Visitor, words: string) => visitor.read(new RegExp(`^${words}$`))

  test('a community cannot blow it, and is told who can', async () => {
    await community.signInAs('community-610303001002')
    await community.goTo('/workbench/whistle/new')
    await community.read('吹哨由街道（镇）来做')
    await community.check('no-form')
  })

  test('the street blows it to two departments', async () => {
    await street.signInAs('street-610303001')
    await street.goTo('/workbench')
    await street.follow(/吹哨报到/)
    await street.press('吹哨')
    await street.fill('什么事', title)
    await street.fill('要部门做什么', '路面下沉，请住建牵头查管网，水利配合')
    await street.fill('地点', '曙光路 3 号门前')
    await street.press(housing)
    await street.press(water)
    await street.page.getByLabel(/由谁牵头/).selectOption({ label: housing })
    await street.check('form')
    await street.press('吹哨')
    await street.see('heading', title)
    await status(street, '等部门报到')
    address = new URL(street.page.url()).pathname + new URL(street.page.url()).search
    placeCode = await street.page
      .getByText(/^\d{6}$/)
      .first()
      .innerText()
    await street.check('blown')
  })

  test('the department finds it, signs, calls, and reports in by the code at the place', async () => {
    await department.signInAs('department-1')
    await department.goTo('/workbench/whistles')
    await department.check('list')
    await department.follow(new RegExp(title))
    await department.read(/^签收：/)
    await department.press('看每个时限怎么算')
    await department.read(/^到场时限：.*3 个工作日/)
    await department.press('签收')
    await department.press('已和街道联系')
    await department.fill('怎么联系的', '已和街道值班室通话，半小时后到')
    await department.press('记下联系')
    await department.press('到场报到')
    await department.fill('到场码', placeCode === '000000' ? '000001' : '000000')
    await department.press('凭到场码报到')
    await department.read(/到场码不对/)
    await department.fill('到场码', placeCode)
    await department.press('凭到场码报到')
    await department.read(/到场报到（凭到场码）/)
    await status(department, '联合处置中')
    await department.check('attended')
  })

  test('it tells what it does, says that it is done, and has no way to close it', async () => {
    await department.press('记进展')
    await department.fill('办到哪一步了', '已开挖，找到破损的雨水管')
    await department.press('记下进展')
    await department.read('已开挖，找到破损的雨水管')
    await department.press('处置完成')
    await department.fill('处置结果', '管道已换，路面已恢复')
    await department.press('报告处置完成')
    await status(department, '待街道销哨')
    expect(await department.page.getByRole('button', { name: '销哨' }).count()).toBe(0)
  })

  test('the street sees all of it on one timeline and closes it', async () => {
    await street.goTo(address)
    await street.read('管道已换，路面已恢复')
    await street.press('销哨')
    await street.fill('核实情况', '现场看过，平整')
    await street.page.getByRole('button', { name: '销哨', exact: true }).last().click()
    await status(street, '已销哨')
  })

  test('both sides grade each other', async () => {
    await street.press('评部门')
    await street.read(`${housing}这次办得怎么样`)
    await street.choose('5 星，非常满意')
    await street.press('提交')
    await street.read('街道评部门：5 星，非常满意')
    await department.goTo(address)
    await department.press('评街道')
    await department.choose('4 星，满意')
    await department.press('提交')
    await department.read('部门评街道：4 星，满意')
    await department.check('graded')
  })

  test('at a desk what is asked stands beside what was done', async () => {
    const desk = await Visitor.arrive(browser, 'whistle-desk', url as string, { width: 1440, height: 900 })
    await desk.signInAs('street-610303001')
    await desk.goTo(address)
    await desk.see('heading', '处置经过')
    const left = await desk.page.getByRole('heading', { name: '部门报到' }).boundingBox()
    const right = await desk.page.getByRole('heading', { name: '处置经过' }).boundingBox()
    expect((right?.x ?? 0) > (left?.x ?? 0) + 300).toBe(true)
    await desk.check('whole')
    expect(desk.errors).toEqual([])
  })

  test('nothing went wrong on any page', () => {
    expect([...street.errors, ...department.errors, ...community.errors]).toEqual([])
  })
})
