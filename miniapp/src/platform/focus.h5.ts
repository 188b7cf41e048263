/** The page that is shown: those below it stay in the document, unseen. Its ids begin as its root says. */
function idsOfShownPage(): string {
  const pages = [...document.querySelectorAll<HTMLElement>('[data-ids]')]
  const shown = pages.filter((page) => page.getClientRects().length > 0)
  return (shown.at(-1) ?? pages.at(-1))?.dataset.ids ?? ''
}

/** An element by its id on the page that is shown. */
const find = (id: string): HTMLElement | null =>
  document.getElementById(idsOfShownPage() + id) ?? document.getElementById(id)

/** Moves the focus to a field by its id, or to the first thing to press in a box, and brings it into sight. */
export function focusField(id: string): void {
  const element = find(id)
  element?.focus({ preventScroll: true })
  if (document.activeElement !== element) element?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center' })
}
const focusable = 'a[href], button, input, select, textarea'

export function scrollToTop(): void {
  // Every page of the H5 router scrolls in a box of its own.
  for (const page of document.querySelectorAll('.taro_page')) page.scrollTop = 0
}

/** Whether what appears in an element would move what the person is at: something in it or after it. */
export function wouldMove(id: string): Promise<boolean> {
  const element = find(id)
  const active = document.activeElement
  if (!element || !active || active === document.body) return Promise.resolve(false)
  // What an element contains follows it, too.
  return Promise.resolve((element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
}
