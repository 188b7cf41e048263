import type { Page } from 'playwright-core'

/** What a page shows that elder mode may not; each line names the element. */
export interface PageReading {
  smallText: string[]
  tightLines: string[]
  smallTargets: string[]
  /** Scrolls from side to side. */
  sideways: string[]
  /** Shows less than it holds; lines that are clamped on purpose aside. */
  clipped: string[]
  /** Of everything that was looked at, so that an empty page does not pass. */
  texts: number
  targets: number
}

/** CSS px: text, line height as a factor, the side of a target. */
interface Limits {
  text: number
  line: number
  target: number
}

/**
 * Reads the computed styles of everything that a person sees or touches. A radio, a box to tick and a file are
 * touched by their label. A link that flows within a sentence has the height of its line and is left out, as in
 * WCAG 2.5.8.
 */
export const readPage = (page: Page, limits: Limits): Promise<PageReading> =>
  page.evaluate(({ text, line, target }) => {
    // Half a pixel for what the layout rounds.
    const tolerance = 0.5
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    const name = (element: Element) => {
      const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)
      return `${element.tagName.toLowerCase()}.${element.className} “${words}”`
    }
    const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize)

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const holders = new Set<Element>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement
      const isWords = holder && !holder.matches('script, style, noscript, option')
      if (isWords && node.textContent?.trim() && isSeen(holder)) holders.add(holder)
    }
    const fields = [
      ...document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=file]), textarea, select'),
    ]
    const readable = [...holders, ...fields.filter(isSeen)]
    const isTight = (element: Element) =>
      parseFloat(getComputedStyle(element).lineHeight) < line * sizeOf(element) - tolerance

    const touched = (element: Element) =>
      element.matches('[type=radio], [type=checkbox], [type=file]') ? (element.closest('label') ?? element) : element
    const flows = (element: Element) =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentNode?.childNodes ?? [])].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      )
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')]
    const targets = [...new Set(controls.map(touched))].filter((element) => isSeen(element) && !flows(element))
    const isSmall = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return Math.min(width, height) < target - tolerance
    }
    const measured = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return `${Math.round(width)}×${Math.round(height)} ${name(element)}`
    }

    const boxes = [...document.body.querySelectorAll('*')].filter(isSeen)
    const isScrolled = (element: Element) => {
      const { overflowX } = getComputedStyle(element)
      return ['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1
    }
    const isClipped = (element: Element) => {
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element)
      const isCutBelow = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2
      const isCutBeside = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      return webkitLineClamp === 'none' && (isCutBelow || isCutBeside)
    }

    return {
      sideways: boxes.filter(isScrolled).map(name),
      clipped: boxes.filter(isClipped).map(name),
      smallText: readable
        .filter((element) => sizeOf(element) < text)
        .map((element) => `${sizeOf(element)} ${name(element)}`),
      tightLines: [...holders]
        .filter((element) => !element.closest('[aria-hidden=true]') && isTight(element))
        .map(name),
      smallTargets: targets.filter(isSmall).map(measured),
      texts: readable.length,
      targets: targets.length,
    }
  }, limits)
