import { setTimeout as wait } from 'node:timers/promises'
import { setPath, textOf, walk, type TreeNode } from './page-tree'
import type { WxmlTemplates } from './wxml-templates'

/** What a page module gives to `Page()`. */
export interface PageConfig {
  data?: Record<string, unknown>
  onLoad?(options: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  eh?(event: unknown): void
}

const patienceMs = 8000
const pollMs = 20
const touchableRoles: readonly unknown[] = ['link', 'radio', 'checkbox', 'tab', 'button']

/** A page of the built package as a person meets it: text to read, things to tap and to fill in. */
export class OpenedPage {
  readonly data: { root?: TreeNode }
  /** Bytes of its largest call of `setData`, which WeChat carries from one thread to another as text. */
  largestSetData = 0
  private readonly instance: PageConfig

  constructor(
    readonly route: string,
    readonly options: Record<string, string>,
    config: PageConfig,
    private readonly templates: WxmlTemplates,
  ) {
    this.data = structuredClone(config.data ?? {})
    this.instance = Object.assign(Object.create(null) as object, config, {
      route,
      options,
      data: this.data,
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        this.largestSetData = Math.max(this.largestSetData, Buffer.byteLength(JSON.stringify(changes)))
        for (const [path, value] of Object.entries(changes)) setPath(this.data, path, value)
        if (done) setTimeout(done, 0)
      },
    })
  }

  /** As `getCurrentPages()` gives it. */
  get native(): PageConfig {
    return this.instance
  }

  open(): void {
    this.instance.onLoad?.(this.options)
    this.instance.onShow?.()
    this.instance.onReady?.()
  }
  show(): void {
    this.instance.onShow?.()
  }
  hide(): void {
    this.instance.onHide?.()
  }
  close(): void {
    this.instance.onUnload?.()
  }

  get text(): string {
    return textOf(this.data.root)
  }

  /** The classes of the element that everything on the page is in. */
  get rootClasses(): string[] {
    const classes = this.nodes.map((node) => this.templates.attribute(node, 'class'))
    return classes.find((names) => typeof names === 'string')?.split(' ') ?? []
  }

  /** Waits until `find` gives something; what the page says instead stands in the failure. */
  async until<Found>(what: string, find: () => Found | undefined | null | false): Promise<Found> {
    const end = Date.now() + patienceMs
    for (;;) {
      const found = find()
      if (found) return found
      if (Date.now() > end) throw new Error(`${this.route}: no ${what}; it says: ${this.text}`)
      await wait(pollMs)
    }
  }

  async see(pattern: RegExp): Promise<string> {
    return this.until(String(pattern), () => pattern.exec(this.text)?.[0])
  }

  /** The innermost element that reacts to touch and holds these words, or is called by them. */
  private touchable(words: string): TreeNode | undefined {
    return this.nodes.find((node) => {
      const isButton = this.templates.elementOf(node) === 'button'
      const role = this.templates.attribute(node, 'aria-role')
      const label = this.templates.attribute(node, 'aria-label')
      const isCalled = typeof label === 'string' && label.includes(words)
      return (isButton || touchableRoles.includes(role)) && (isCalled || textOf(node).includes(words))
    })
  }

  private get nodes(): TreeNode[] {
    return [...walk(this.data.root)]
  }

  async tap(words: string): Promise<void> {
    const node = await this.until(`"${words}" to tap`, () => this.touchable(words))
    this.fire(node, 'tap')
    // WeChat turns the tap on a submit button into the submit of the form around it.
    if (this.templates.attribute(node, 'form-type') === 'submit') {
      const isForm = (other: TreeNode) => this.templates.elementOf(other) === 'form'
      const form = this.nodes.find((other) => isForm(other) && [...walk(other)].includes(node))
      if (form) this.fire(form, 'submit', { value: {} })
    }
    await wait(pollMs)
  }

  /** Types into the field whose spoken label this is. */
  async fill(label: string, value: string): Promise<void> {
    const node = await this.until(`field "${label}"`, () =>
      this.nodes.find((other) => {
        const element = this.templates.elementOf(other)
        const isField = element === 'input' || element === 'textarea'
        return isField && this.templates.attribute(other, 'aria-label') === label
      }),
    )
    this.fire(node, 'input', { value })
    await wait(pollMs)
  }

  private fire(node: TreeNode, type: string, detail: Record<string, unknown> = {}): void {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } }
    this.instance.eh?.({ type, detail, timeStamp: Date.now(), target, currentTarget: target, touches: [] })
  }
}
