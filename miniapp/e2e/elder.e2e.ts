import type { Browser } from 'playwright-core'
import pages from '../src/platform/pages.json'
import { findViolations } from './pages/browser'
import { launch, Visitor } from './visitor'
import { readPage } from './elder-reading'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

type PageName = keyof typeof pages
/** What a page is opened with, and a word that shows that its content has come. */
type Visit = readonly [page: PageName, query: string]

const communityCode = '610303001002'
const resident = 'resident-1'
const title = `厨房灯不亮 ${Date.now()}`
const limits = { text: 18, line: 1.5, target: 60 }
const phone = { width: 390, height: 844 }
const smallPhone = { width: 320, height: 568 }

async function ask<Answer>(path: string, token?: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

interface Listed {
  items: { id: string; allowedActions: string[] }[]
}
/** The first of a list, or the first that this account may do something with. */
async function find(account: string, path: string, action?: string): Promise<string> {
  const { token } = await ask<{ token: string }>('/sessions', undefined, { provider: 'demo', account })
  const { items } = await ask<Listed>(path, token)
  const found = items.find(({ allowedActions }) => action === undefined || allowedActions.includes(action))
  if (!found) throw new Error(`${account}: nothing in ${path} for ${action ?? 'anything'}`)
  return found.id
}

interface ThingsList {
  id: string
  state: string
  org: { code: string }
  pledges: { id: string; allowedActions: string[] }[]
}
async function thingsOf(account: string): Promise<ThingsList[]> {
  const { token } = await ask<{ token: string }>('/sessions', undefined, { provider: 'demo', account })
  return (await ask<{ items: ThingsList[] }>('/pledge-lists?org=610303001&limit=50', token)).items
}
const street = 'street-610303001'
const withAction = (lists: readonly ThingsList[], action: string) => {
  const found = lists.flatMap(({ pledges }) => pledges).find(({ allowedActions }) => allowedActions.includes(action))
  if (!found) throw new Error(`no pledge for ${action}`)
  return found.id
}
const gradable = async () => withAction(await thingsOf(street), 'grade')

/** What the pages of the ten things are opened with. */
async function findThings(community: string) {
  const lists = await thingsOf(community)
  const own = lists.find(({ org, state }) => org.code === communityCode && state === 'delivering')
  const voting = lists.find(({ state }) => state === 'deliberating')
  const pledge = withAction(await thingsOf(street), 'resolve-objection')
  const { token } = await ask<{ token: string }>('/sessions', undefined, { provider: 'demo', account: street })
  const { objections } = await ask<{ objections: { id: string; state: string }[] }>(`/pledges/${pledge}`, token)
  const objection = objections.find(({ state }) => state === 'open')
  if (!own?.pledges[0] || !voting || !objection) throw new Error('the demo lacks ten things')
  return {
    ...{ first: own.pledges[0].id, list: voting.id, reported: withAction([own], 'progress') },
    objected: { pledge, id: objection.id },
  }
}

/** What every page is opened with, by who opens it. */
async function visits(): Promise<Record<string, Visit[]>> {
  const community = `community-${communityCode}`
  const item = await find(resident, `/service-items?org=${communityCode}`)
  const surveys = {
    open: await find(resident, '/surveys', 'cast'),
    closed: await find(community, '/surveys?view=held', 'read-texts'),
  }
  const inWork = await find(community, '/orders?view=queue&limit=100', 'dispatch')
  const activity = await find(resident, '/activities?org=610303')
  const things = await findThings(community)
  const hall = await find(resident, `/halls?org=${communityCode}`)
  const blown = await find('street-610303001', '/whistles?view=blown')
  const refused = await find('district-610303', '/whistles?view=refusals')
  const wish = await find(resident, '/orders?view=wishes')
  const badlyRated = await find(community, '/orders?view=queue&limit=100', 'rectify')
  return {
    [resident]: [
      ['home', ''],
      ['orders', ''],
      ['me', ''],
      ['catalogue', ''],
      ['guide', `?id=${item}`],
      ['new-order', '?kind=issue'],
      ['order', `?id=${await find(resident, '/orders?view=mine&limit=100')}`],
      ['rate', `?id=${await find(resident, '/orders?view=mine&limit=100', 'rate')}`],
      ['rate', `?id=${await find(resident, '/orders?view=mine&limit=100', 'follow-up-rating')}`],
      ['dispute', `?id=${await find(resident, '/orders?view=mine&limit=100', 'dispute')}`],
      ['public-orders', ''],
      ['community', ''],
      ['profile', ''],
      ['password', ''],
      ['privacy', ''],
      ['stored-data', ''],
      ['board', `?org=${communityCode}`],
      ['surveys', ''],
      ['survey', `?id=${surveys.open}`],
      ['survey-result', `?id=${surveys.closed}`],
      ['notices', ''],
      ['volunteering', ''],
      ['pledges', ''],
      ['pledge', `?id=${things.first}`],
      ['pledge-list', `?id=${things.list}`],
      ['pledge-lists', '?org=610303'],
      ['needs', ''],
      ['new-need', ''],
      ['pledge-vote', `?id=${things.list}`],
      ['activity', `?id=${activity}`],
      ['market', ''],
      ['certificate', ''],
      ['halls', ''],
      ['handled', ''],
      ['hall', `?id=${hall}`],
      ['book', `?hall=${hall}`],
      ['bookings', ''],
      ['booking', `?id=${await find(resident, '/bookings?view=mine&when=open')}`],
      ['waiting', `?hall=${hall}`],
      ['wishes', ''],
      ['wish', `?id=${wish}`],
      ['wish-poster', `?id=${wish}`],
    ],
    'resident-7': [['ticket', `?id=${await find('resident-7', '/tickets?view=mine')}`]],
    [community]: [
      ['home', ''],
      ['queue', ''],
      ['order', `?id=${inWork}&as=staff`],
      ['act', `?id=${inWork}&action=dispatch`],
      [
        'act',
        `?id=${await find(community, '/orders?view=queue&limit=100', 'request-extension')}&action=request-extension`,
      ],
      ['order', `?id=${badlyRated}&as=staff`],
      ['act', `?id=${badlyRated}&action=rectify`],
      ['places', ''],
      ['residents', ''],
      ['templates', ''],
      ['surveys', ''],
      ['held-survey', `?id=${surveys.open}`],
      ['edit-survey', ''],
      ['own-offers', ''],
      ['stall-desk', ''],
      ['pledge-desk', ''],
      ['pledge-report', `?id=${things.reported}`],
      ['pledge-amend', `?id=${things.reported}`],
      ['pledge-need-answer', `?id=${await find(community, '/needs?view=queue&state=waiting', 'answer')}`],
      ['pledge-publish', `?id=${things.list}`],
      ['counter', `?hall=${hall}`],
      ['hall-day', `?hall=${hall}`],
      ['hall-schedule', `?hall=${hall}`],
      ['hall-figures', ''],
      ['kept-halls', ''],
      ['edit-hall', `?hall=${hall}`],
    ],
    'street-610303001': [
      ['pledge-grade', `?id=${await gradable()}`],
      ['pledge-answer', `?id=${things.objected.pledge}&objection=${things.objected.id}`],
      ['whistles', ''],
      ['whistle', `?id=${blown}`],
      ['blow-whistle', ''],
      ['wish-desk', ''],
      ['units', ''],
      ['members', ''],
    ],
    'unit-1': [
      ['team-desk', ''],
      ['unit-bench', ''],
      ['tasks', ''],
      ['unit-statement', '?code=610303-U1'],
    ],
    'district-610303': [
      ['departments', ''],
      ['whistles', ''],
      ['whistle', `?id=${refused}`],
      ['contact-views', ''],
      ['rating-flags', ''],
      ['dead-letters', ''],
      ['limits', ''],
      ['calendar', ''],
      ['booking-defaults', ''],
      ['score-rules', ''],
      ['rankings', ''],
      ['exclusions', ''],
      ['ledgers', ''],
      ['ledger-exports', ''],
      ['member-changes', ''],
      ['items', ''],
      ['item', `?id=${item}`],
      ['edit-item', `?id=${item}`],
      ['item-offers', `?id=${item}`],
    ],
  }
}

/** What is wrong with a page at its letters of now; nothing when all is well. */
async function faultsOf(visitor: Visitor): Promise<Record<string, unknown>> {
  await visitor.settle()
  const { texts, targets, ...lists } = await readPage(visitor.page, limits)
  const violations = await findViolations(visitor.page, 'color-contrast')
  await visitor.page.setViewportSize(smallPhone)
  const { sideways: sidewaysWhenNarrow } = await readPage(visitor.page, limits)
  await visitor.page.setViewportSize(phone)
  const contrast = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))
  const found = Object.entries({ ...lists, sidewaysWhenNarrow, contrast }).filter(([, list]) => list.length > 0)
  return { ...Object.fromEntries(found), ...((texts < 3 || targets < 1) && { isEmpty: true }) }
}

/** Everything that residents and staff read, with letters for those who need them larger. */
describe('elder mode', () => {
  let browser: Browser
  let elder: Visitor

  beforeAll(async () => {
    browser = await launch()
    elder = await Visitor.arrive(browser, 'elder', url)
  })
  afterAll(() => browser.close())

  test('it is turned on at the top of the first page, and stays when the page is opened anew', async () => {
    await elder.goTo('/home')
    await elder.press('长辈版')
    const isOn = elder.page.getByRole('button', { name: '长辈版', pressed: true })
    await isOn.waitFor()
    await elder.page.reload()
    await isOn.waitFor()
    expect(await faultsOf(elder)).toEqual({})
    await elder.goTo('/sign-in')
    await elder.see('heading', '登录')
    expect(await faultsOf(elder)).toEqual({})
  })

  test('every page can be read and touched', async () => {
    const seen = new Set<PageName>(['sign-in'])
    const faults: Record<string, object> = {}
    await Promise.all(
      Object.entries(await visits()).map(async ([account, pagesOfAccount]) => {
        const visitor = account === resident ? elder : await Visitor.arrive(browser, account, url)
        await visitor.signInAs(account)
        if (visitor !== elder) await visitor.press('长辈版')
        for (const [page, query] of pagesOfAccount) {
          await visitor.goTo(pages[page].address + query)
          const found = await faultsOf(visitor)
          if (Object.keys(found).length > 0) faults[`${account} ${page}`] = found
          seen.add(page)
        }
        expect(visitor.errors).toEqual([])
      }),
    )
    expect(faults).toEqual({})
    expect([...seen].sort()).toEqual(Object.keys(pages).sort())
  })

  test('an order is placed and found again', async () => {
    await elder.goTo('/home')
    await elder.follow(/说件事/)
    await elder.fill('什么事', title)
    await elder.fill('说说情况', '开关按了没反应，晚上做饭看不见')
    await elder.press('提交')
    await elder.read(/单号 \d+/)
    expect(await faultsOf(elder)).toEqual({})
    await elder.press('去我的单')
    await elder.see('heading', '我的单')
    await elder.follow(new RegExp(title))
    await elder.see('heading', /已送到/)
    await elder.read(/提交了这个单/)
  })

  test('the largest letters are chosen among the settings, and still leave room for the words', async () => {
    await elder.goTo('/me')
    await elder.choose('最大')
    await elder.read(/看看这样大小合不合适/)
    const bodySize = () => elder.page.getByText(/看看这样大小/).evaluate((sample) => getComputedStyle(sample).fontSize)
    expect(await bodySize()).toBe('30px')
    expect(await faultsOf(elder)).toEqual({})
    for (const page of ['home', 'orders', 'new-order', 'catalogue'] as const) {
      await elder.goTo(pages[page].address)
      expect({ page, faults: await faultsOf(elder) }).toEqual({ page, faults: {} })
    }
  })

  test('the way back is beside the way in', async () => {
    await elder.goTo('/home')
    await elder.press('标准版')
    await elder.page.getByRole('button', { name: '长辈版', pressed: false }).waitFor()
    expect(Object.keys(await faultsOf(elder))).toContain('smallTargets')
    expect(elder.errors).toEqual([])
  })
})
