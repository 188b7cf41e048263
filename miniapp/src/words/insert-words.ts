/**
 * What was typed with `words` put in at a cursor, or at the end; undefined when that would not fit. Nothing that was typed
 * is lost.
 * @param at UTF-16 units from the beginning
 * @param maxLength in UTF-16 units
 */
export function insertWords(
  typed: string,
  words: string,
  at: number | undefined,
  maxLength: number,
): string | undefined {
  const cursor = Math.min(at ?? typed.length, typed.length)
  const whole = typed.slice(0, cursor) + words + typed.slice(cursor)
  return whole.length > maxLength ? undefined : whole
}
