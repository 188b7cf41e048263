import type { Browser, Page } from 'playwright-core'
import { OwnServer } from '../own-server'
import { surroundings } from '../pages/browser'
import { signIn } from '../pages/sign-in'
import { launch, Visitor } from '../visitor'

export const orgCode = '610303001013'
export const staff = `community-${orgCode}`
export const street = 'street-610303001'
export const district = 'district-610303'
export const people = Array.from({ length: 40 }, (_, index) => `resident-${index + 1}`)
/** As the demo numbers its people. */
export const phoneOf = (index: number) => `1990000${String(index + 1).padStart(4, '0')}`
export const lamp = '楼道感应灯'

/** The first year that no list of the demo is of. */
const year = new Date().getFullYear() + 2
/** Ten in the morning of a day such as `03-01` in that year. */
export const on = (monthAndDay: string) => new Date(`${year}-${monthAndDay}T10:00:00+08:00`)
export const dayOf = (monthAndDay: string) => `${year}-${monthAndDay}`

interface List {
  readonly id: string
  readonly candidates: readonly { readonly id: string; readonly title: string; readonly votes: number | null }[]
  readonly pledges: readonly { readonly id: string; readonly title: string }[]
}

/** One community's year with its ten things: who looks at them, on what, and the clock that all of them share. */
export class YearOfTen {
  list: List = { id: '', candidates: [], pledges: [] }
  /** The thing that is followed to its end. */
  pledge = ''

  private constructor(
    readonly server: OwnServer,
    private readonly browser: Browser,
    private readonly visitors: readonly Visitor[],
    /** The screen in the lobby. */
    readonly wall: Page,
  ) {}

  static async begin(): Promise<YearOfTen> {
    const [server, browser] = [await OwnServer.start(), await launch()]
    const phone = { width: 390, height: 844 }
    const desk = { width: 1440, height: 900 }
    const visitors: Visitor[] = []
    for (const [name, viewport] of [
      ...[['resident', phone] as const, ['community', phone] as const, ['anyone', phone] as const],
      ['officer', desk] as const,
    ]) {
      visitors.push(await Visitor.arrive(browser, `year-${name}`, server.url, viewport))
    }
    const wall = await browser.newPage({ ...surroundings, viewport: { width: 1920, height: 1080 } })
    const year = new YearOfTen(server, browser, visitors, wall)
    await year.goTo(on('01-05'))
    return year
  }

  get resident(): Visitor {
    return this.visitor(0)
  }
  get community(): Visitor {
    return this.visitor(1)
  }
  /** Never signs in. */
  get anyone(): Visitor {
    return this.visitor(2)
  }
  get officer(): Visitor {
    return this.visitor(3)
  }
  get errors(): string[] {
    return this.visitors.flatMap(({ errors }) => errors)
  }

  private visitor(index: number): Visitor {
    const found = this.visitors[index]
    if (!found) throw new Error(`nobody is number ${index}`)
    return found
  }

  /** Moves everyone's clock: the server's, and the phones'. */
  async goTo(instant: Date): Promise<void> {
    await this.server.goTo(instant)
    for (const { page } of this.visitors) await page.context().clock.setFixedTime(instant)
  }

  as(visitor: Visitor, account: string): Promise<void> {
    return signIn(visitor.page, this.server.url, account)
  }

  async readList(): Promise<List> {
    const found = await this.server.ask<{ items: List[] }>(staff, `/pledge-lists?org=${orgCode}&year=${year}&limit=1`)
    const [list] = found.items
    if (!list) throw new Error('the list is gone')
    this.list = list
    return list
  }

  async orgName(): Promise<string> {
    return (await this.server.ask<{ org: { name: string } }>(null, `/pledge-lists/${this.list.id}`)).org.name
  }

  thing(): string {
    return `/pledge?id=${this.pledge}`
  }

  /** The thing on the wall. */
  card() {
    return this.wall.locator('section[aria-label="十件实事"] li').filter({ hasText: lamp })
  }

  pressLast(visitor: Visitor, name: string): Promise<void> {
    return visitor.page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click()
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
  }
}

export type YearStep = (name: string, run: (year: YearOfTen) => Promise<void>) => void

/** Waits for what the server does by itself. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100))
}
