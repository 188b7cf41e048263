import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { pageAddress, pages, type PageName } from '../../src/platform/pages'
import { graveFindings, surroundings } from './browser'
import { accounts, readDemo, type Demo, type Who } from './demo'
import { layoutFaults } from './layout'
import { modes, type Mode } from './modes'
import { signIn } from './sign-in'
import { pageViews, type PageView } from './views'

/** One sight in one mode, as it was found. */
export interface Looked {
  readonly page: PageName
  readonly view: PageView
  readonly mode: Mode
  /** In words; empty when all is well. */
  readonly faults: readonly string[]
  /** PNG of the whole page, where pictures were asked for. */
  readonly picture?: Buffer
}

interface Options {
  readonly url: string
  readonly isPictured?: boolean
  /** These pages alone; all when it is empty or absent. */
  readonly only?: readonly string[]
  /** The first sight of each page alone, on the phone and in one of the other modes in turn. */
  readonly isBrief?: boolean
  /** Pages open at the same time. */
  readonly width?: number
  readonly onLook?: (looked: Looked, done: number, all: number) => void
}

interface Sight {
  readonly page: PageName
  readonly view: PageView
  readonly mode: Mode
}

const patienceMs = 15_000
/** Higher pictures are cut: no screen shows so much at once. */
const highest = 5_000

/** Opens every sight of every page in every mode, and says of each what is wrong with it. */
export async function lookAtPages(browser: Browser, options: Options): Promise<Looked[]> {
  const { url, isPictured = false, isBrief = false, only = [], width = 3, onLook } = options
  const demo = await readDemo(url)
  const visitors = bringVisitors(browser, url)
  const unseen = unseenPages()
  const names = (Object.keys(pages) as PageName[]).filter(
    (name) => !unseen.includes(name) && (only.length === 0 || only.includes(name)),
  )
  const viewsOf = (page: PageName) => (isBrief ? pageViews[page].slice(0, 1) : pageViews[page])
  const modesOf = (page: PageName) => (isBrief ? briefModes(names.indexOf(page)) : modes)
  const sights = names.flatMap((page) =>
    modesOf(page).flatMap((mode) => viewsOf(page).map((view) => ({ page, view, mode }))),
  )
  const looked: Looked[] = []
  const waiting = [...sights]
  const work = async () => {
    for (let sight = waiting.shift(); sight; sight = waiting.shift()) {
      const context = await visitors.contextOf(sight.view.by, sight.mode)
      const found = await lookAt(context, url, sight, demo, isPictured)
      looked.push({ ...sight, ...found })
      onLook?.({ ...sight, ...found }, looked.length, sights.length)
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return looked.sort((a, b) => sights.findIndex(isSame(a)) - sights.findIndex(isSame(b)))
}

function briefModes(index: number): Mode[] {
  const [phone, ...others] = modes
  return [phone, others[index % others.length]].filter((mode) => mode !== undefined)
}

const isSame = (a: Sight) => (b: Sight) => a.view === b.view && a.mode === b.mode

/** Pages that nobody looks at. */
export const unseenPages = (): PageName[] =>
  // The type asks for all of them, but tests run without types.
  (Object.keys(pages) as PageName[]).filter((name) => !(pageViews[name] as readonly PageView[] | undefined)?.length)

/** A browser profile for each person and mode, signed in once. */
function bringVisitors(browser: Browser, url: string) {
  const contexts = new Map<string, Promise<BrowserContext>>()
  const states = new Map<Who, ReturnType<BrowserContext['storageState']>>()
  const signedIn = (who: Who) => {
    const known = states.get(who) ?? signedInState(browser, url, accounts[who])
    states.set(who, known)
    return known
  }
  async function open(who: Who | null, { viewport, before }: Mode): Promise<BrowserContext> {
    const context = await browser.newContext({
      ...surroundings,
      viewport,
      reducedMotion: 'reduce',
      ...(who && { storageState: await signedIn(who) }),
    })
    context.setDefaultTimeout(patienceMs)
    // What tsx makes of functions inside functions calls this, also where they run in the browser.
    await context.addInitScript('globalThis.__name ??= (named) => named')
    if (before !== undefined) await context.addInitScript(before)
    return context
  }
  const contextOf = (who: Who | null, mode: Mode) => {
    const key = `${who ?? 'visitor'} ${mode.name}`
    const known = contexts.get(key) ?? open(who, mode)
    contexts.set(key, known)
    return known
  }
  return { contextOf }
}

async function signedInState(browser: Browser, url: string, account: string) {
  const context = await browser.newContext(surroundings)
  await signIn(await context.newPage(), url, account)
  const state = await context.storageState()
  await context.close()
  return state
}

async function lookAt(context: BrowserContext, url: string, sight: Sight, demo: Demo, isPictured: boolean) {
  const page = await context.newPage()
  const traffic = watch(page)
  const faults: string[] = []
  try {
    await page.goto(url + pageAddress(sight.page, sight.view.query?.(demo)))
    await page.getByText(sight.view.shows).filter({ visible: true }).first().waitFor()
    await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' })
    await traffic.rest()
    faults.push(...(await layoutFaults(page)), ...(await graveFindings(page)))
  } catch (error) {
    faults.push(`does not come: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
  }
  const picture = isPictured ? await takePicture(page, sight.mode) : undefined
  await page.close()
  return { faults: [...faults, ...traffic.faults], ...(picture && { picture }) }
}

/** Collects what goes wrong behind a page, and knows when its requests are over. */
function watch(page: Page) {
  const faults: string[] = []
  const pending = new Set<unknown>()
  let wake = () => undefined as void
  page.on('pageerror', (error) => faults.push(`throws ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`logs the error ${message.text()}`)
  })
  // A stream of events ends with its page alone.
  const ends = (request: Request) => request.resourceType() !== 'eventsource'
  page.on('request', (request) => {
    if (ends(request)) pending.add(request)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.url()} answers ${response.status()}`)
  })
  page.on('requestfailed', (request) => {
    if (ends(request)) faults.push(`${request.url()} fails: ${request.failure()?.errorText ?? ''}`)
  })
  const settle = (request: unknown) => {
    pending.delete(request)
    if (pending.size === 0) wake()
  }
  page.on('requestfinished', settle)
  page.on('requestfailed', settle)
  async function rest() {
    // A first frame starts what the answers ask for, a second one draws it.
    for (const _ of ['start', 'draw']) {
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
      if (pending.size > 0) await new Promise<void>((resolve) => (wake = resolve))
    }
    await page.evaluate('document.fonts.ready.then(() => undefined)')
  }
  return { faults, rest }
}

/** Every page of the H5 router scrolls in a box of its own, so the window grows to its height. */
async function takePicture(page: Page, { viewport }: Mode): Promise<Buffer> {
  const height = await page.evaluate<number>(
    'Math.max(0, ...[...document.querySelectorAll(".taro_page")].filter((box) => box.checkVisibility()).map((box) => box.scrollHeight))',
  )
  await page.setViewportSize({ ...viewport, height: Math.min(Math.max(viewport.height, height), highest) })
  return page.screenshot({ animations: 'disabled' })
}
