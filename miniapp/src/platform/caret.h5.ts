/** Where the cursor stands in a field, in UTF-16 units, also after the focus left it; undefined where nobody can tell. */
export function caretOf(id: string): number | undefined {
  const element = document.getElementById(id)
  return element instanceof HTMLTextAreaElement ? element.selectionEnd : undefined
}
