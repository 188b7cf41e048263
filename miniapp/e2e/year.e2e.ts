import type { Browser, Page } from 'playwright-core'
import { signIn } from './pages/sign-in'
import { surroundings } from './pages/browser'
import { OwnServer } from './own-server'
import { steps } from './steps'
import { launch, Visitor } from './visitor'

const orgCode = '610303001013'
const staff = `community-${orgCode}`
const street = 'street-610303001'
const district = 'district-610303'
const people = Array.from({ length: 40 }, (_, index) => `resident-${index + 1}`)
/** As the demo numbers its people. */
const phoneOf = (index: number) => `1990000${String(index + 1).padStart(4, '0')}`
/** The first year that no list of the demo is of. */
const year = new Date().getFullYear() + 2
const on = (monthAndDay: string) => new Date(`${year}-${monthAndDay}T10:00:00+08:00`)
const dayOf = (monthAndDay: string) => `${year}-${monthAndDay}`

const lamp = '楼道感应灯'
const candidates = [
  ...['扶手', '充电车棚', '助餐点', '口袋公园', '雨水管', '门禁', '健身角', '停车位', '书屋', '消防栓'],
] as const

const step = steps()

/** Stars of forty residents: a mean of 75.8, which is 基本满意 and below the 80 that a strike-off takes. */
const stars = [
  ...Array.from({ length: 15 }, () => 5),
  ...Array.from({ length: 12 }, () => 4),
  ...Array.from({ length: 8 }, () => 3),
  ...Array.from({ length: 3 }, () => 2),
  ...Array.from({ length: 2 }, () => 1),
]

interface List {
  readonly id: string
  readonly candidates: readonly { readonly id: string; readonly title: string; readonly votes: number | null }[]
  readonly pledges: readonly { readonly id: string; readonly title: string }[]
}

/** A year of ten things of one community, from the first need to the last strike-off, by a clock of its own. */
describe('the year of one community', () => {
  let browser: Browser
  let server: OwnServer
  let resident: Visitor
  let community: Visitor
  let officer: Visitor
  /** Never signs in. */
  let anyone: Visitor
  let wall: Page
  let list: List
  let pledge: string
  const visitors: Visitor[] = []

  beforeAll(async () => {
    server = await OwnServer.start()
    browser = await launch()
    await server.goTo(on('01-05'))
    resident = await arrive('year-resident')
    community = await arrive('year-community')
    anyone = await arrive('year-anyone')
    officer = await arrive('year-officer', { width: 1440, height: 900 })
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  async function arrive(name: string, viewport = { width: 390, height: 844 }): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, name, server.url, viewport)
    visitors.push(visitor)
    await visitor.page.context().clock.setFixedTime(now)
    return visitor
  }

  let now = on('01-05')
  /** Everyone's clock: the server's, and the phones'. */
  async function goTo(instant: Date): Promise<void> {
    now = instant
    await server.goTo(instant)
    for (const { page } of visitors) await page.context().clock.setFixedTime(instant)
  }

  const as = (visitor: Visitor, account: string) => signIn(visitor.page, server.url, account)
  const readList = async () => {
    const { items } = await server.ask<{ items: List[] }>(staff, `/pledge-lists?org=${orgCode}&year=${year}&limit=1`)
    const [found] = items
    if (!found) throw new Error('the list is gone')
    list = found
    return found
  }
  const thing = () => `/pledge?id=${pledge}`
  const card = () => wall.locator('section[aria-label="十件实事"] li').filter({ hasText: lamp })
  const pressLast = (visitor: Visitor, name: string) =>
    visitor.page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click()

  step('forty residents are known to live there', async () => {
    for (const [index, account] of people.entries()) {
      await server.ask(account, '/me', { communityCode: orgCode }, 'PUT')
      await server.ask(staff, '/residents/confirm', { communityCode: orgCode, phone: phoneOf(index) })
    }
    const me = await server.ask<{ person: { isVerified?: boolean } }>(people[39] ?? '', '/me')
    expect(me.person).toMatchObject({ community: { code: orgCode } })
  })

  step('问需: the community begins to ask, residents say what they need, staff write down what they hear', async () => {
    await as(community, staff)
    await community.goTo('/pledge-desk')
    await community.press('开始今年的问需')
    await community.read('问需中')
    await as(resident, 'resident-1')
    await resident.goTo('/new-need')
    await resident.fill(/最想办什么/, '楼道太黑，想装灯')
    await resident.fill(/说说情况/, '老人晚上上下楼看不清台阶')
    await resident.check('need')
    await resident.press('提交')
    await resident.see('heading', '大家提的需求')
    await community.page.getByRole('tab', { name: '待答复需求' }).click()
    await community.press('记一条走访听到的')
    await community.choose('入户走访')
    await community.fill(/最想办什么/, '想要一座地铁站')
    await community.fill(/说说情况/, '走访五户，都说出门不便')
    await community.press('提交')
    await community.see('heading', '大家提的需求')
  })

  step('every need is answered in public: a candidate, or not now and why', async () => {
    await community.goTo('/pledge-desk')
    await community.page.getByRole('tab', { name: '待答复需求' }).click()
    await community.press('答复：楼道太黑，想装灯')
    await community.choose(/^列入候选/)
    await community.fill(/公开的标题/, lamp)
    await community.fill(/答复/, '列入今年的候选，请大家来投票')
    await community.check('need-answer')
    await community.press('公开答复')
    await community.page.getByRole('tab', { name: '待答复需求' }).click()
    await community.press('答复：想要一座地铁站')
    await community.choose(/^暂不列入/)
    await community.fill(/答复/, '地铁由市里规划，社区会把意见报上去')
    await community.press('公开答复')
    await community.read('都答复完了')
    await resident.goTo(`/needs?org=${orgCode}`)
    await resident.read('答复：列入今年的候选，请大家来投票')
    await resident.read('答复：地铁由市里规划，社区会把意见报上去')
    await readList()
    for (const title of candidates) {
      const body = { title, summary: `给小区添一处${title}`, category: 'living_space' }
      await server.ask(staff, `/pledge-lists/${list.id}/candidates`, body)
    }
  })

  step('票决: one verified person, one vote; nobody sees a count before the close', async () => {
    await community.goTo('/pledge-desk')
    await pressLast(community, `提出候选事项（${await orgName()}）`)
    await pressLast(community, '提出候选事项')
    await community.press(`开始票决（${await orgName()}）`)
    await community.page.getByLabel('投票到哪天').fill(dayOf('01-12'))
    await community.press('开始票决')
    await community.read('票决开始了')
    await resident.goTo(`/pledge-vote?id=${list.id}`)
    await resident.page.getByText(`1. ${lamp}`).click()
    await resident.check('vote')
    await resident.press(/^投票/)
    await resident.page.getByRole('dialog').getByRole('button', { name: '投票' }).click()
    await resident.read(/你已经投过票了/)
    await readList()
    const [first, ...others] = list.candidates.map(({ id }) => id)
    const votes = `/pledge-lists/${list.id}/votes`
    for (const [index, account] of people.slice(1).entries()) {
      const candidateIds = index < 20 ? [first, others[index % 9]] : [others[index % 9]]
      await server.ask(account, votes, { candidateIds })
    }
    expect((await server.send('resident-1', votes, { candidateIds: [first] })).status).toBe(409)
    expect(list.candidates.map(({ votes: count }) => count)).toEqual(Array(11).fill(null))
    await goTo(on('01-13'))
    await resident.goTo(`/pledge-list?id=${list.id}`)
    await resident.read('40 人投了票')
    await resident.read(/21 票/)
  })

  const orgName = async () => (await server.ask<{ org: { name: string } }>(null, `/pledge-lists/${list.id}`)).org.name

  step('承诺: exactly ten are written out and published, with steps, money and who answers for them', async () => {
    await community.goTo(`/pledge-publish?id=${list.id}`)
    await community.read('要写满 10 件，现在 10 件')
    for (let number = 1; number <= 10; number++) {
      await community.press(`填写第 ${number} 件`)
      await community.fill('数什么', '灯')
      await community.fill('目标', '40')
      await community.fill(/^单位/, '盏')
      await community.fill('做到什么', '选点')
      await community.fill(/分量/, '2')
      await community.page.getByLabel('什么时候', { exact: true }).fill(dayOf('03-01'))
      await community.press('再加一步')
      await community.page.getByRole('textbox', { name: '做到什么' }).last().fill('装好')
      await community.page.getByRole('textbox', { name: /分量/ }).last().fill('3')
      await community.page.getByLabel('什么时候', { exact: true }).last().fill(dayOf('06-01'))
      await community.page.getByLabel('什么时候办完').fill(dayOf('06-30'))
      await community.fill(/资金（元）/, '30000')
      await community.fill('资金来源', '街道专项')
      await community.fill('责任单位', '社区居委会')
      await community.fill('责任人', '社区书记')
      await community.fill('咨询电话', '0917-1234567')
      if (number === 1) await community.check('publish')
      await community.press(`收起第 ${number} 件`)
    }
    await community.press(/^公布/)
    await community.page.getByRole('dialog').getByRole('button', { name: /公布/ }).click()
    await community.see('heading', '十件实事')
    await community.goTo('/pledge-desk')
    await pressLast(community, `开始办理（${await orgName()}）`)
    await pressLast(community, '开始办理')
    await community.read(/办理中/)
    pledge = (await readList()).pledges.find(({ title }) => title === lamp)?.id ?? ''
    expect(list.pledges).toHaveLength(10)
  })

  step('whose need became a pledge is told', async () => {
    const isTold = async () =>
      (await server.ask<{ items: { kind: string }[] }>('resident-1', '/notices')).items.some(
        ({ kind }) => kind === 'need.pledged',
      )
    await until(isTold)
    await resident.goTo('/notices')
    await resident.read('你提的需求列入了今年的实事，进展都会公开')
    await resident.goTo(thing())
    await resident.read(/1 条居民需求，票决 21 票，里面有你提的/)
  })

  step('践诺: progress with a photo from the phone, and the board follows without being asked', async () => {
    wall = await browser.newPage({ ...surroundings, viewport: { width: 1920, height: 1080 } })
    await wall.goto(`${server.url}/board?org=${orgCode}`)
    await card().getByText('未报').first().waitFor()
    await goTo(on('02-20'))
    await as(community, staff)
    await community.goTo(`/pledge-report?id=${pledge}`)
    const photo = {
      ...{ name: 'lamp.jpg', mimeType: 'image/jpeg' },
      buffer: await community.page.screenshot({ type: 'jpeg' }),
    }
    await community.page.getByLabel('拍照').setInputFiles(photo)
    await community.fill(/这一步办到百分之几/, '100')
    await community.fill(/办到哪一步了/, '选好了 50 个点，比计划多')
    await community.fill(/到现在共多少盏/, '50')
    await community.check('report')
    await community.press('报进展')
    await community.read('40%（部分未报）')
    await community.read(/125%，超额/)
    await community.check('reported')
    await card().getByText('40%').first().waitFor()
  })

  step('an amendment stands beside the original, with its reason', async () => {
    await community.goTo(`/pledge-amend?id=${pledge}`)
    await community.page.getByLabel('装好', { exact: true }).fill(dayOf('07-01'))
    await community.page.getByLabel('什么时候办完').fill(dayOf('07-31'))
    await community.fill(/为什么调整/, '管线改造推迟，要等它完工')
    await community.press('公开调整')
    await community.read('调整过 1 次')
    await anyone.goTo(thing())
    await anyone.read('调整过 1 次')
    await anyone.read(/因为：管线改造推迟/)
    await anyone.read(dayOf('06-30'))
    await anyone.read(new RegExp(`改为 ${dayOf('07-31')}`))
    await anyone.check('amended')
  })

  for (const [date, word] of [
    ['03-10', '正常'],
    ['04-15', '滞后'],
    ['06-28', '超期'],
  ] as const) {
    step(`on ${date} the light is ${word}, on the phone and on the wall`, async () => {
      await goTo(on(date))
      await anyone.goTo(thing())
      await anyone.read(new RegExp(word))
      await card().getByText(word).first().waitFor({ timeout: 45_000 })
    })
  }

  step('评议: everything done, the notice runs, a resident objects', async () => {
    await goTo(on('07-10'))
    await as(community, staff)
    await community.goTo(`/pledge-report?id=${pledge}`)
    await community.fill(/这一步办到百分之几/, '100')
    await community.fill(/办到哪一步了/, '50 盏全部亮了')
    await community.press('报进展')
    await community.read('100%')
    await community.press('申请销号')
    await community.fill(/办成了什么/, '全部装好，请大家看看')
    await community.press('申请销号，开始公示')
    await community.read('社区说这件事办成了，正在公示')
    await as(resident, 'resident-2')
    await resident.goTo(thing())
    await resident.press(/提异议/)
    await resident.fill(/你看到的是什么情况/, '二单元四楼那盏不亮，我住 402')
    await resident.press('提交异议')
    await resident.read('待答复')
    await resident.check('objected')
  })

  step('the street answers in public; nobody else reads the words of who objected', async () => {
    await as(officer, street)
    await officer.goTo(thing())
    await officer.read('还有异议没有答复')
    await officer.press('公开答复')
    await officer.choose(/^异议不成立/)
    await officer.fill(/异议说的是什么/, '有一盏灯不亮')
    await officer.fill(/答复/, '当天已换灯泡，现场试过能亮')
    await officer.press('公开答复')
    await officer.read('街道答复（异议不成立）：当天已换灯泡，现场试过能亮')
    await anyone.goTo(thing())
    await anyone.read('有一盏灯不亮')
    expect(await anyone.page.getByText('402').count()).toBe(0)
  })

  describe('测评: forty residents judge it', () => {
    let survey: string

    step(
      'the community writes it about this thing: stars, a choice, words; and may change it until somebody answered',
      async () => {
        await community.goTo(thing())
        await community.press('发起测评')
        await community.fill('测评名称', '楼道灯装得怎么样')
        await community.fill('开头的话', '三道题，不记名')
        await community.press('加一道单选题')
        await community.page.getByRole('textbox', { name: '第 3 题问什么' }).fill('哪里最该再装')
        await community.page.getByRole('textbox', { name: '第 3 题的选项' }).fill('车棚\n地下室')
        await community.check('survey-editor')
        await community.press('存为草稿')
        await community.press('修改')
        await community.fill('测评名称', '楼道感应灯，你满意吗')
        await community.press('保存')
        await community.press('发布')
        await community.page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
        await community.read('进行中')
        survey = new URL(community.page.url()).searchParams.get('id') ?? ''
        await community.check('survey-held')
      },
    )

    step('a resident answers on the phone, from the thing’s own page, once', async () => {
      await as(resident, 'resident-1')
      await resident.goTo(thing())
      await resident.follow(/去投一票/)
      await resident.see('heading', '楼道感应灯，你满意吗')
      await resident.choose('5 星，非常满意')
      await resident.choose('车棚')
      await resident.fill(/还有什么想说的/, '亮堂多了')
      await resident.check('ballot')
      await resident.press('投票')
      await resident.read('你已参加，结束后公布结果')
      const again = await server.send('resident-1', `/surveys/${survey}/ballots`, { answers: { q1: 1, q3: 0 } })
      expect(again.status).toBe(409)
    })

    step('its questions are frozen by the first answer', async () => {
      await community.goTo(`/workbench/survey?id=${survey}`)
      await community.read('题目（已有人参加，不能再改）')
      expect(await community.page.getByRole('button', { name: '修改' }).count()).toBe(0)
    })

    step('staff help somebody at the door, who then cannot vote on the phone', async () => {
      await community.press('协助居民参加')
      await community.fill('居民的手机号', phoneOf(1))
      await community.choose(starWord(stars[1] ?? 5))
      await community.choose('车棚')
      await community.check('ballot-help')
      await community.press('投票')
      await community.read('2 人')
      const again = await server.send('resident-2', `/surveys/${survey}/ballots`, { answers: { q1: 1, q3: 0 } })
      expect(again.status).toBe(409)
      const helped = { answers: { q1: 1, q3: 0 }, onBehalfOf: { phone: phoneOf(0) } }
      expect((await server.send(staff, `/surveys/${survey}/ballots`, helped)).status).toBe(409)
    })

    step('two more on the phone, the others from theirs; until the close nobody is shown a result', async () => {
      for (const index of [2, 3]) {
        await as(resident, people[index] ?? '')
        await resident.goTo(`/survey?id=${survey}`)
        await resident.choose(starWord(stars[index] ?? 5))
        await resident.choose('地下室')
        await resident.press('投票')
        await resident.page.getByRole('button', { name: '投票' }).waitFor({ state: 'hidden' })
      }
      for (const [index, account] of people.entries()) {
        if (index < 4) continue
        await server.ask(account, `/surveys/${survey}/ballots`, { answers: { q1: stars[index] ?? 5, q3: index % 2 } })
      }
      for (const visitor of [officer, community]) {
        await visitor.goTo(`/survey-result?id=${survey}`)
        await visitor.page.getByRole('alert').filter({ visible: true }).first().waitFor()
      }
      expect((await server.send(district, `/surveys/${survey}/result`)).status).toBe(409)
    })

    step('the close comes by itself, with the verdict: 基本满意', async () => {
      await goTo(on('07-18'))
      await until(async () => (await server.send(null, `/surveys/${survey}/result`)).status === 200)
      await anyone.goTo(`/survey-result?id=${survey}`)
      await anyone.read('基本满意')
      await anyone.read(/40 人参加.*其中 1 人由工作人员协助/)
      await anyone.read(/平均 75.8 分/)
      await anyone.read('居民写的话由发起测评的单位看，不公开。')
      expect(await anyone.page.getByText('亮堂多了').count()).toBe(0)
      await anyone.check('survey-result')
      await as(community, staff)
      await community.goTo(`/survey-result?id=${survey}`)
      await community.read('亮堂多了')
    })
  })

  step('销号: below the threshold the street is refused', async () => {
    await as(officer, street)
    await officer.goTo(thing())
    await officer.press('销号')
    await officer.page.getByRole('dialog').getByRole('button', { name: '销号' }).click()
    await officer.page
      .getByRole('alert')
      .filter({ hasText: '满意度测评没有达到要求，只有区里说明理由后才能销号' })
      .first()
      .waitFor()
    await officer.check('refused')
  })

  step('the district grants it with a public statement, and the wall shows it', async () => {
    await as(officer, district)
    await officer.goTo(thing())
    await officer.press('销号')
    await officer.fill(/区里的公开说明/, '灯已全部装好，居民想加装的列入明年')
    await officer.check('statement')
    await officer.press('说明理由并销号')
    await officer.read('区里的说明：灯已全部装好，居民想加装的列入明年')
    await card().getByText('办结').first().waitFor()
    await card()
      .getByText(/满意 75.8 分/)
      .first()
      .waitFor()
    await anyone.goTo(thing())
    await anyone.read('区里的说明：灯已全部装好，居民想加装的列入明年')
    await anyone.check('struck-off')
  })

  test('no page threw an error', () => {
    expect(visitors.flatMap(({ errors }) => errors)).toEqual([])
  })
})

/** Waits for what the server does by itself. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100))
}

function starWord(value: number): string {
  return ['1 星，非常不满意', '2 星，不满意', '3 星，基本满意', '4 星，满意', '5 星，非常满意'][value - 1] ?? ''
}
