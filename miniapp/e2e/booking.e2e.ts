import type { Browser } from 'playwright-core'
import { readPage } from './elder-reading'
import { launch, Visitor } from './visitor'

const url = process.env.XINBAN_URL
if (url === undefined) throw new Error('set XINBAN_URL to the address of a running server in demo mode')

const communityCode = '610303001002'
const mark = Date.now()
const hallName = `预约试验厅 ${mark}`
const desk = { width: 1440, height: 900 }
const wall = { width: 1920, height: 1080 }
const limits = { text: 18, line: 1.5, target: 60 }

let asked = 0
async function ask<Answer>(method: string, path: string, token?: string, body?: object, version?: number) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': `booking-e2e-${mark}-${(asked += 1)}` },
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

interface Slot {
  start: string
  end: string
  left: number
}
interface Place {
  hallId: string
  itemId: string
}
const schedule = (itemId: string, policy: object) => ({
  // Open around the clock, so that the journey can be made at any time of day.
  weekly: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })),
  overrides: [],
  policy: { ...policy, perDay: 20, perItem: 20, changeUntilMinutes: 0 },
  items: [
    {
      ...{ itemId, scope: 'own' },
      rules: {
        ...{ weekly: null, slotMinutes: 5, bufferMinutes: 0, windows: 1, perWindow: 1, walkInPercent: 0 },
        ...{ leadMinutes: 0, horizonDays: 14, horizonKind: 'calendar' },
      },
    },
  ],
})

/**
 * The queue of a day ends with it, and so does a code for checking in: a journey that begins in a day's last minutes
 * waits for the next.
 */
async function pastMidnight(): Promise<void> {
  const day = 86_400_000
  const left = day - ((Date.now() + 8 * 3_600_000) % day)
  if (left < 360_000) await new Promise((resolve) => setTimeout(resolve, left + 1000))
}

const tokenOf = async (account: string): Promise<string> =>
  (await ask<{ token: string }>('POST', '/sessions', undefined, { provider: 'demo', account })).token

/** A hall of this run alone, with one place every five minutes. */
async function openHall(): Promise<Place> {
  const token = await tokenOf(`community-${communityCode}`)
  const { items } = await ask<{ items: { id: string }[] }>('GET', `/service-items?org=${communityCode}`, token)
  const itemId = items[0]?.id ?? ''
  const hall = await ask<{ id: string }>('POST', '/halls', token, {
    ...{ orgCode: communityCode, name: hallName, address: '曙光路 21 号一楼', phones: ['0917-3500002'] },
    windows: [{ no: 1, name: '综合窗口' }],
  })
  const saved = await ask<{ version: number; policy: object }>('GET', `/halls/${hall.id}/schedule`, token)
  const body = { ...schedule(itemId, saved.policy), affected: 0 }
  await ask('PUT', `/halls/${hall.id}/schedule`, token, body, saved.version)
  return { hallId: hall.id, itemId }
}

/** Booking, from the phone of whoever comes to the counter of whoever serves. */
describe('booking', () => {
  let browser: Browser
  let resident: Visitor
  let neighbour: Visitor
  let staff: Visitor
  let elder: Visitor
  let at: Place
  /** Free when the journey began, the soonest first. */
  let free: Slot[]

  const clock = (instant: string) =>
    new Date(instant).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
  const slotAt = (index: number): Slot => {
    const slot = free[index]
    if (!slot) throw new Error(`the hall has no free time number ${index}`)
    return slot
  }
  const dayOf = ({ start }: Slot): RegExp => {
    const [month, day] = new Date(start)
      .toLocaleDateString('en-US', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' })
      .split('/')
    return new RegExp(`${month} 月 ${day} 日`)
  }
  const timeOf = ({ start, end }: Slot): RegExp => new RegExp(`^${clock(start)}–${clock(end)}，`)
  const book = (query = '') => `/book?hall=${at.hallId}&item=${at.itemId}${query}`

  async function pick(visitor: Visitor, slot: Slot): Promise<void> {
    await visitor.page.getByRole('button', { name: dayOf(slot) }).click()
    await visitor.page.getByRole('button', { name: timeOf(slot) }).click()
  }
  async function confirm(visitor: Visitor): Promise<void> {
    await visitor.press('确认预约')
    // Once in a person's life: the agreement to the notice of privacy.
    const agree = visitor.page.getByRole('button', { name: '同意并提交' })
    const won = visitor.page.getByText('约好了')
    await agree.or(won).first().waitFor()
    if (await agree.isVisible()) await agree.click()
    await won.waitFor()
  }
  async function agreeIfAsked(visitor: Visitor, then: string): Promise<void> {
    const agree = visitor.page.getByRole('button', { name: '同意并提交' })
    const next = visitor.page.getByText(then).first()
    await agree.or(next).first().waitFor()
    if (await agree.isVisible()) await agree.click()
    await next.waitFor()
  }

  beforeAll(async () => {
    await pastMidnight()
    browser = await launch()
    resident = await Visitor.arrive(browser, 'booking', url)
    neighbour = await Visitor.arrive(browser, 'booking-neighbour', url)
    staff = await Visitor.arrive(browser, 'booking-counter', url, desk)
    elder = await Visitor.arrive(browser, 'booking-elder', url)
    at = await openHall()
    free = await freeSlots()
  }, 420_000)
  afterAll(() => browser.close())

  test('a resident finds a hall, reads its card, and books a time', async () => {
    await resident.signInAs('resident-2')
    await resident.goTo('/home')
    await resident.follow(/我要预约/)
    await resident.page.getByRole('searchbox', { name: '找大厅或事项' }).fill(hallName)
    await resident.check('halls')
    await resident.follow(new RegExp(hallName))
    await resident.see('heading', hallName)
    await resident.check('hall')
    await resident.press('预约办事')
    await resident.page.getByRole('button', { name: dayOf(slotAt(8)) }).click()
    await resident.check('times')
    await resident.page.getByRole('button', { name: timeOf(slotAt(8)) }).click()
    await agreeIfAsked(resident, '位置为你留着')
    await resident.check('hold')
    await confirm(resident)
    await resident.read(/预约号/)
    await resident.check('booked')
  })

  test('moving keeps the old place until the new one is won', async () => {
    await resident.press('改时间')
    await resident.read(/原来的位置一直为你留着/)
    await pick(resident, slotAt(9))
    await resident.press('改到这个时间')
    await resident.read(new RegExp(`${clock(slotAt(9).start)}–`))
    const now = await allSlots()
    const left = (slot: Slot) => now.find(({ start }) => start === slot.start)?.left
    expect([left(slotAt(8)), left(slotAt(9))]).toEqual([1, 0])
  })

  test('who comes too late waits, and gets the place when it comes free', async () => {
    await neighbour.signInAs('resident-4')
    await neighbour.goTo(book())
    await pick(neighbour, slotAt(9))
    await neighbour.press('候补')
    await agreeIfAsked(neighbour, '有空位，先轮到你')
    await neighbour.check('waiting')

    await resident.press('取消预约')
    await resident.page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click()
    await resident.press('再约一次')

    // The offer is made by a job, a moment later.
    await offerTo('resident-4')
    await neighbour.press('刷新')
    await neighbour.read(/有空位了，为你留着/)
    await neighbour.check('offer')
    await neighbour.press('确认预约')
    await neighbour.read('约好了')
  })

  test('at the hall one checks in by the code on its board', async () => {
    await resident.goTo(book())
    // The soonest as of now: one that begins while the journey goes on cannot be booked any more.
    const soonest = await freeSlots()
    await pick(resident, soonest[0] ?? slotAt(0))
    await confirm(resident)
    const { checkInCode } = await ask<{ checkInCode: string }>('GET', `/halls/${at.hallId}/board`)
    await resident.fill(/签到码/, checkInCode)
    await resident.press('签到')
    await resident.read('就到你了')
    await resident.check('checked-in')
  })

  test('the counter calls, serves and finishes by keys alone', async () => {
    await staff.signInAs(`community-${communityCode}`)
    await staff.goTo(`/workbench/counter?hall=${at.hallId}`)
    await staff.see('heading', '1 号窗口')
    await staff.check('counter')
    await staff.page.keyboard.press('n')
    await staff.see('button', /^开始办理/)
    await staff.check('called')
    await resident.press('刷新')
    await resident.read('叫到你了，请到 1 号窗口')
    await staff.page.keyboard.press('s')
    await staff.see('button', /^办完/)
    await staff.page.keyboard.press('f')
    await staff.see('button', /^叫下一位/)
  })

  test('who comes without a booking draws a number, and the aged go first', async () => {
    await staff.press('取号')
    await staff.read(/请告诉居民：/)
    await staff.choose('老年人')
    await staff.press('取号')
    await staff.read(/请告诉居民：优/)
    await staff.page.keyboard.press('Escape')
    const rows = staff.page.getByRole('region', { name: '排队的号' }).getByRole('listitem')
    await rows.nth(1).waitFor()
    expect(await rows.first().innerText()).toContain('优')
    await staff.check('walk-ins')
  })

  test('the waiting room’s board is large and names nobody', async () => {
    const board = await Visitor.arrive(browser, 'booking-board', url ?? '', wall)
    await board.goTo(`/waiting?hall=${at.hallId}`)
    await board.read('今天的签到码')
    await board.check('board')
    const { smallest, words } = await board.page.evaluate(() => {
      const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          element.getClientRects().length > 0 &&
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
      )
      const sizes = texts.map((element) => parseFloat(getComputedStyle(element).fontSize))
      return { smallest: Math.min(...sizes), words: document.body.innerText }
    })
    expect(smallest).toBeGreaterThanOrEqual(24)
    expect(words).not.toContain('**')
    expect(board.errors).toEqual([])
  })

  test('the visit is rated once', async () => {
    await resident.press('刷新')
    await resident.page.getByRole('radio', { name: /^5 星/ }).check({ force: true })
    await resident.press('提交评价')
    await resident.read('你评了 5 星，谢谢')
    expect(await resident.page.getByRole('button', { name: '提交评价' }).count()).toBe(0)
    await resident.check('rated')
  })

  test('in elder mode days stand below each other, and a time is found and kept', async () => {
    await elder.signInAs('resident-3')
    await elder.press('长辈版')
    await elder.goTo(book())
    await elder.settle()
    const { sideways, smallTargets } = await readPage(elder.page, limits)
    expect({ sideways, smallTargets }).toEqual({ sideways: [], smallTargets: [] })
    await elder.check('days')
    await pick(elder, slotAt(20))
    await agreeIfAsked(elder, '位置为你留着')
    await elder.check('hold')
    await confirm(elder)
    await elder.check('booked')
  })

  test('in elder mode it is moved, cancelled, booked anew, checked in, called and rated as well', async () => {
    await elder.press('改时间')
    await pick(elder, slotAt(21))
    await elder.press('改到这个时间')
    await elder.read(new RegExp(`${clock(slotAt(21).start)}–`))
    await elder.press('取消预约')
    await elder.page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click()
    await elder.see('button', '再约一次')

    await elder.goTo(book())
    await pick(elder, (await freeSlots())[0] ?? slotAt(0))
    await confirm(elder)
    const { checkInCode } = await ask<{ checkInCode: string }>('GET', `/halls/${at.hallId}/board`)
    await elder.fill(/签到码/, checkInCode)
    await elder.press('签到')
    await elder.read(/就到你了|前面还有 \d+ 人/)
    await elder.check('checked-in')
    const id = new URL(elder.page.url()).searchParams.get('id') ?? ''
    const counter = await tokenOf(`community-${communityCode}`)
    await ask('POST', `/bookings/${id}/call`, counter, { window: 1 })
    await elder.press('刷新')
    await elder.read('叫到你了，请到 1 号窗口')
    await elder.check('called')
    for (const step of ['serve', 'finish']) await ask('POST', `/bookings/${id}/${step}`, counter, {})
    await elder.press('刷新')
    await elder.page.getByRole('radio', { name: /^5 星/ }).check({ force: true })
    await elder.press('提交评价')
    await elder.read('你评了 5 星，谢谢')
    const { sideways, smallTargets } = await readPage(elder.page, limits)
    expect({ sideways, smallTargets }).toEqual({ sideways: [], smallTargets: [] })
  })

  test('a change of hours shows whom it touches before it is saved', async () => {
    await staff.goTo(`/workbench/hall-schedule?hall=${at.hallId}`)
    await staff.see('heading', '每周办理时间')
    // An hour without a booking of this journey, whatever the time of day: twelve hours after the neighbour's.
    const other = new Date(new Date(slotAt(9).start).getTime() + 12 * 3_600_000).toISOString()
    const hours = `${clock(other).slice(0, 3)}00–${clock(other).slice(0, 3)}59`
    for (const day of ['周一', '周二', '周三', '周四', '周五', '周六', '周日']) await staff.fill(day, hours)
    await staff.press('看看影响谁，再保存')
    await staff.read(/个已经约好的人要换时间/)
    await staff.check('affected')
    await staff.press(/^保存，并通知/)
    await neighbour.press('刷新')
    await neighbour.read('大厅改了时间，请换一个')
    await neighbour.check('displaced')
  })

  test('nothing went wrong on any page', () => {
    expect([resident, neighbour, staff, elder].map(({ errors }) => errors)).toEqual([[], [], [], []])
  })

  async function allSlots(): Promise<Slot[]> {
    const day = (later: number) =>
      new Date(Date.now() + later * 24 * 60 * 60 * 1000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    const path = `/halls/${at.hallId}/slots?itemId=${at.itemId}&from=${day(0)}&to=${day(1)}`
    return (await ask<{ items: Slot[] }>('GET', path)).items
  }
  async function offerTo(account: string): Promise<void> {
    const token = await tokenOf(account)
    const until = Date.now() + 60_000
    for (;;) {
      const { items } = await ask<{ items: { offer: object | null }[] }>('GET', '/waitlist?state=open', token)
      if (items.some(({ offer }) => offer !== null)) return
      if (Date.now() > until) throw new Error(`${account} was offered nothing`)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  async function freeSlots(): Promise<Slot[]> {
    return (await allSlots()).filter(({ left }) => left > 0)
  }
})
