/** Moves the focus to a field by its id, or to the first thing to press in a box, and brings it into sight. */
export function focusField(id: string): void {
  const element = document.getElementById(id)
  element?.focus({ preventScroll: true })
  if (document.activeElement !== element) element?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center' })
}
const focusable = 'a[href], button, input, select, textarea'

export function scrollToTop(): void {
  // Every page of the H5 router scrolls in a box of its own.
  for (const page of document.querySelectorAll('.taro_page')) page.scrollTop = 0
}

/** Whether the person is at something in an element or after it: what appears in it would move that. */
export function isFocusFrom(id: string): boolean {
  const element = document.getElementById(id)
  const active = document.activeElement
  if (!element || !active || active === document.body) return false
  // What an element contains follows it, too.
  return (element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
