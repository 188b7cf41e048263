/**
 * Text that no spreadsheet takes for a formula: whatever begins like one, also in full width or behind blanks, gets an
 * apostrophe in front, in both formats, since one is saved as the other (OWASP: CSV injection).
 */
export function safeText(text: string): string {
  const begun = text.replace(/^[\s\u0000-\u001f\u200b-\u200d\u2060\ufeff]+/, '')
  const isFormula = /^[=+\-@＝＋－＠]/.test(begun) || /^[\t\r\n]/.test(text)
  return isFormula ? `'${text}` : text
}
