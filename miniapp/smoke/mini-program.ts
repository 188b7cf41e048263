import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { OpenedPage, type PageConfig } from './opened-page'
import { createWx, type Navigator } from './wx-double'
import { WxmlTemplates } from './wxml-templates'

interface AppConfig {
  onLaunch?(options: object): void
  onShow?(options: object): void
}
interface Module {
  exports: unknown
}

/**
 * Runs a built weapp package outside WeChat, under what WeChat denies: no document, no window, no process,
 * and neither `eval` nor `new Function`.
 */
export class MiniProgram implements Navigator {
  private readonly modules = new Map<string, Module>()
  private readonly configs = new Map<string, PageConfig>()
  private readonly context: vm.Context
  private readonly templates: WxmlTemplates
  private readonly stack: OpenedPage[] = []
  private registered: PageConfig | undefined
  private app: AppConfig | undefined
  private readonly opened: OpenedPage[] = []
  /** The picture that WeChat's viewer shows, as it was opened last. */
  previewed: string | undefined
  /** Whether WeChat's own tab bar stands below the tab pages. */
  hasTabBar = true

  constructor(
    private readonly dist: string,
    apiBase: string,
  ) {
    this.templates = new WxmlTemplates(dist)
    const register = (config: PageConfig & { methods?: PageConfig }) => {
      this.registered = { ...config, ...config.methods }
    }
    this.context = vm.createContext(
      {
        wx: createWx(apiBase, this, path.join(dist, 'assets/tab-home.png')),
        console,
        setTimeout,
        clearTimeout,
        setInterval,
        clearInterval,
        queueMicrotask,
        App: (config: AppConfig) => {
          this.app = config
        },
        Page: register,
        Component: register,
        Behavior: (config: unknown) => config,
        getApp: () => this.app,
        getCurrentPages: () => this.stack.map((page) => page.native),
      },
      { codeGeneration: { strings: false, wasm: false } },
    )
    this.require(path.join(dist, 'app.js'))
    this.app?.onLaunch?.({ path: '', query: {} })
    this.app?.onShow?.({})
  }

  /** The page in front. */
  get page(): OpenedPage {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  /** The largest call of `setData` so far, and by which page. */
  get largestSetData(): { route: string; bytes: number } {
    const [largest] = [...this.opened].sort((a, b) => b.largestSetData - a.largestSetData)
    return { route: largest?.route ?? '', bytes: largest?.largestSetData ?? 0 }
  }

  navigateTo(url: string): void {
    this.stack.at(-1)?.hide()
    this.push(url)
  }
  redirectTo(url: string): void {
    this.stack.pop()?.close()
    this.push(url)
  }
  switchTab(url: string): void {
    for (const page of this.stack.splice(0).reverse()) page.close()
    this.push(url)
  }
  navigateBack(): void {
    this.stack.pop()?.close()
    this.page.show()
  }

  showTabBar(isShown: boolean): void {
    this.hasTabBar = isShown
  }

  preview(_urls: readonly string[], current: string): void {
    this.previewed = current
  }

  private push(url: string): void {
    const { pathname, searchParams } = new URL(url, 'mini:///')
    const route = pathname.slice(1)
    const page = new OpenedPage(route, Object.fromEntries(searchParams), this.configOf(route), this.templates)
    this.stack.push(page)
    this.opened.push(page)
    page.open()
  }

  private configOf(route: string): PageConfig {
    const known = this.configs.get(route)
    if (known) return known
    this.registered = undefined
    this.require(path.join(this.dist, route))
    const config: PageConfig | undefined = this.registered
    if (!config) throw new Error(`${route} registers no page`)
    this.configs.set(route, config)
    return config
  }

  private require(target: string): unknown {
    const file = target.endsWith('.js') ? target : `${target}.js`
    const loaded = this.modules.get(file)
    if (loaded) return loaded.exports
    const module: Module = { exports: {} }
    this.modules.set(file, module)
    const source = `(function (require, module, exports) {${fs.readFileSync(file, 'utf8')}\n})`
    const run = vm.runInContext(source, this.context, { filename: file }) as (
      require: (id: string) => unknown,
      module: Module,
      exports: unknown,
    ) => void
    run((id) => this.require(path.resolve(path.dirname(file), id)), module, module.exports)
    return module.exports
  }
}
