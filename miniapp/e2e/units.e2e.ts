import type { Browser } from 'playwright-core'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const account = `contact-${Date.now()}`
const phone = `139${String(Date.now()).slice(-8)}`
const title = `请人帮忙清理河道 ${String(Date.now()).slice(-6)}`

/** The street looks after who speaks for a unit; a department asks units for help. */
describe('people of units, and a task of a department', () => {
  let browser: Browser
  let street: Visitor
  let department: Visitor
  beforeAll(async () => {
    browser = await launch()
    street = await Visitor.arrive(browser, 'units-street', url)
    department = await Visitor.arrive(browser, 'units-department', url)
  })
  afterAll(() => browser.close())

  test('the street adds a contact person who never signed in, by an account, and ends it again', async () => {
    await street.signInAs('street-610303001')
    await street.goTo('/members?org=610303-U6')
    await street.fill('对方的手机号', phone)
    await street.press('查找')
    await street.see('heading', '这个手机号还没有人确认过')
    await street.check('nobody')
    await street.press('开一个账号')
    await street.fill('姓名', '史小雨')
    await street.fill('账号', account)
    await street.fill('初始密码', 'correct horse 42')
    await street.press('开账号，添加为单位工作人员')
    await street.see('heading', '史** · 单位工作人员')
    await street.check('added')
    await street.press('结束身份：史**')
    await street.page.getByRole('dialog').getByRole('button', { name: '结束身份' }).click()
    await street.page.getByRole('heading', { name: '史** · 单位工作人员' }).waitFor({ state: 'detached' })
  })

  test('a department publishes a task, the street lets it onto the wall, marked as a department’s', async () => {
    await department.signInAs('department-5')
    await department.goTo('/tasks')
    await department.press('发布任务')
    await department.fill('要做什么', title)
    await department.fill('具体说说', '周日上午，二十个人，工具由水利局准备')
    await department.page.getByLabel(/^街道（镇）/).selectOption('610303001')
    await department.page.getByLabel(/^社区（村）/).selectOption('610303001002')
    await department.fill('部门联系人', '贾科长')
    await department.fill('联系电话', '13900000025')
    await department.check('form')
    await department.press('送街道审单')
    await department.see('heading', title)
    await department.read('待审单')
    await street.goTo('/workbench/wishes')
    await street.see('heading', title)
    await street.check('desk')
  })
})
