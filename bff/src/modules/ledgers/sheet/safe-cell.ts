/**
 * Text that no spreadsheet takes for a formula: whatever begins like one, also in full width or behind blanks, gets an
 * apostrophe in front, in both formats, since one is saved as the other (OWASP: CSV injection).
 */
export function safeText(text: string): string {
  // Controls, formats, halves of pairs and what is no character: a workbook leaves some of them out when it is written.
  const begun = text.replace(/^[\s\p{Cc}\p{Cf}\p{Cs}\p{Cn}]+/u, '')
  const isFormula = /^[=+\-@＝＋－＠]/.test(begun) || /^[\t\r\n]/.test(text)
  return isFormula ? `'${text}` : text
}
