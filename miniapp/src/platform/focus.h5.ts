/** Moves the focus to a field by its id, and the field into sight. */
export function focusField(id: string): void {
  const element = document.getElementById(id)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'center' })
}

export function scrollToTop(): void {
  // Every page of the H5 router scrolls in a box of its own.
  for (const page of document.querySelectorAll('.taro_page')) page.scrollTop = 0
}
