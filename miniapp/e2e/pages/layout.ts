/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'

/** What is wrong with how the page in front is laid out, in words. Empty when it is fine. */
export const layoutFaults = (page: Page): Promise<string[]> => page.evaluate(findFaults)

/** Runs in the browser, so all it needs is inside. */
function findFaults(): string[] {
  const faults: string[] = []
  /** Pixels that rounding may cost. */
  const slack = 1
  // Pages that were left stay in the document, hidden.
  const elements = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility())
  const nameOf = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? ''
    return `<${element.tagName.toLowerCase()}> “${words.slice(0, 24) || element.id || element.className}”`
  }
  /** Read out, but not drawn. */
  const isUnseen = (element: Element) => {
    const style = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return style.opacity === '0' || width <= 1 || height <= 1
  }

  function checkWidth() {
    const { scrollWidth } = document.documentElement
    if (scrollWidth > innerWidth) faults.push(`is ${scrollWidth - innerWidth} px wider than the screen`)
    for (const box of document.querySelectorAll<HTMLElement>('.taro_page')) {
      const tooMuch = box.scrollWidth - box.clientWidth
      if (box.checkVisibility() && tooMuch > slack) faults.push(`scrolls sideways by ${tooMuch} px`)
    }
  }

  function checkClipping() {
    for (const element of elements) {
      const style = getComputedStyle(element)
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (!element.innerText?.trim() || isUnseen(element)) continue
      const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (isShortened) continue
      const across = element.scrollWidth - element.clientWidth
      const down = element.scrollHeight - element.clientHeight
      if (cuts(style.overflowX) && across > slack) faults.push(`cuts ${across} px off the right of ${nameOf(element)}`)
      if (cuts(style.overflowY) && down > slack) faults.push(`cuts ${down} px off the bottom of ${nameOf(element)}`)
    }
  }

  /** What a field says while it is empty is cut without a sign. */
  function checkPlaceholders() {
    const pen = document.createElement('canvas').getContext('2d')
    for (const field of elements) {
      if (!(field instanceof HTMLInputElement) || field.placeholder === '' || !pen) continue
      const style = getComputedStyle(field)
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
      const wanted = pen.measureText(field.placeholder).width
      if (wanted > room + slack) faults.push(`cuts the placeholder “${field.placeholder}”`)
    }
  }

  const touchable =
    'a[href], button, input, select, textarea, summary, label:has(input), [role=button], [role=link], [role=tab]'
  const controls = elements.filter((element) => element.matches(touchable) && !isUnseen(element))

  /** Bars that stay in place lie over what scrolls beneath them, and are meant to. */
  function layerOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position) || at.matches('dialog')) return at
    }
    return null
  }

  function isOver(a: Element, b: Element): boolean {
    return [...a.getClientRects()].some((one) =>
      [...b.getClientRects()].some(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack,
      ),
    )
  }

  /** A button on a card that as a whole leads somewhere: all of it lies on the card, and it is hit first. */
  function isOnTop(button: Element, card: Element): boolean {
    const inner = button.getBoundingClientRect()
    const outer = card.getBoundingClientRect()
    const isInside =
      inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
    const hit = document.elementFromPoint((inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2)
    // What is scrolled out of sight is hit by nothing.
    return isInside && (hit === null || button.contains(hit))
  }

  function checkOverlaps() {
    const layers = new Map(controls.map((control) => [control, layerOf(control)]))
    for (const [index, one] of controls.entries()) {
      for (const other of controls.slice(index + 1)) {
        const isNested = one.contains(other) || other.contains(one)
        if (isNested || layers.get(one) !== layers.get(other) || !isOver(one, other)) continue
        if (isOnTop(one, other) || isOnTop(other, one)) continue
        faults.push(`${nameOf(one)} and ${nameOf(other)} lie over each other`)
      }
    }
  }

  function checkReach() {
    const scrollsAcross = (element: Element): boolean => {
      const isScroller = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
      const isNarrower = element.scrollWidth > element.clientWidth && !element.matches('.taro_page')
      return (isScroller && isNarrower) || (element.parentElement !== null && scrollsAcross(element.parentElement))
    }
    for (const control of controls) {
      const { left, right } = control.getBoundingClientRect()
      const isOut = left < -slack || right > innerWidth + slack
      if (isOut && !scrollsAcross(control)) faults.push(`${nameOf(control)} reaches out of the screen`)
    }
  }

  function checkContent() {
    const mains = elements.filter((element) => element.matches('main'))
    const headings = elements.filter((element) => element.matches('h1'))
    if (mains.length !== 1) faults.push(`has ${mains.length} main landmarks`)
    if (headings.length !== 1) faults.push(`has ${headings.length} first-level headings`)
    if ((mains[0]?.innerText.trim().length ?? 0) < 8) faults.push('is empty')
  }

  checkWidth()
  checkClipping()
  checkPlaceholders()
  checkOverlaps()
  checkReach()
  checkContent()
  return faults
}
