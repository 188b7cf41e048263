import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { graveFindings, surroundings } from './pages/browser'

const patienceMs = 15_000
const phone = { width: 390, height: 844 }

export { launch } from './pages/browser'

/** One person with a phone of their own. What goes wrong on any page is kept until the end. */
export class Visitor {
  readonly errors: string[] = []

  private constructor(
    readonly name: string,
    private shown: Page,
    private readonly baseUrl: string,
  ) {
    this.watch(shown)
  }

  get page(): Page {
    return this.shown
  }

  /** As a telephone does with an app that it needs the memory of: at once, and without a word to the page. */
  async killPage(): Promise<void> {
    const context = this.shown.context()
    await this.shown.close()
    this.shown = await context.newPage()
    this.watch(this.shown)
  }

  private watch(page: Page): void {
    page.setDefaultTimeout(patienceMs)
    page.on('pageerror', (error) => this.errors.push(error.message))
    page.on('console', (message) => {
      // A refused request is logged by the browser itself; the page answers it in words.
      const isRefusal = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isRefusal) this.errors.push(message.text())
    })
  }

  static async arrive(browser: Browser, name: string, baseUrl: string, viewport = phone): Promise<Visitor> {
    const context = await browser.newContext({ viewport, ...surroundings })
    return new Visitor(name, await context.newPage(), baseUrl)
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(this.baseUrl + address)
  }

  async signInAs(account: string): Promise<void> {
    await this.goTo('/home')
    await this.press('去登录')
    await this.check('sign-in')
    await this.page.getByRole('textbox', { name: '演示账号' }).fill(account)
    await this.press('用这个账号登录')
    await this.see('heading', '心办')
    await this.page.getByRole('button', { name: '去登录' }).waitFor({ state: 'hidden' })
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click()
  }
  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(value)
  }
  async choose(name: string | RegExp): Promise<void> {
    // The radio itself is unseen; its card is what a person touches.
    const radio = this.page.getByRole('radio', { name, exact: true })
    await this.page.locator('label').filter({ has: radio, visible: true }).click()
    await this.page.getByRole('radio', { name, exact: true, checked: true }).waitFor()
  }
  async see(role: 'heading' | 'status' | 'alert' | 'link' | 'button', name: string | RegExp): Promise<void> {
    await this.page.getByRole(role, { name }).first().waitFor()
  }
  async read(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor()
  }

  /** When what the page shows has come. */
  async settle(): Promise<void> {
    await this.page.getByRole('main').waitFor()
    await this.page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' })
  }

  /** How much of the page lies beyond the right edge of the screen, in CSS px. */
  async overflow(): Promise<number> {
    return Number(await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
  }

  /**
   * Looks at the page as it is now: no finding of axe that is serious or critical, nothing wider than the screen,
   * one main landmark and one first-level heading. Takes a picture where a folder for them is given.
   */
  async check(what: string): Promise<void> {
    await this.settle()
    const folder = process.env.XINBAN_SHOTS
    if (folder) {
      fs.mkdirSync(folder, { recursive: true })
      await this.page.screenshot({ path: path.join(folder, `${this.name}-${what}.png`) })
    }
    const grave = (await graveFindings(this.page)).map((finding) => `${what}: ${finding}`)
    const landmarks = [
      await this.page.getByRole('main').count(),
      await this.page.getByRole('heading', { level: 1 }).count(),
    ]
    expect({ grave, isTooWide: (await this.overflow()) > 0, landmarks }).toEqual({
      grave: [],
      isTooWide: false,
      landmarks: [1, 1],
    })
  }
}
