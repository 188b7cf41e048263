const isTerminal = process.stdout.isTTY
/** Milliseconds between two lines where lines cannot be written over. */
const pace = 5_000

/**
 * One line that says how far something is: written over in a terminal, repeated now and then in a log.
 * `end` leaves the last word.
 */
export function progressLine(label: string): { tell(words: string): void; end(words: string): void } {
  let last = 0
  return {
    tell(words) {
      if (isTerminal) {
        process.stdout.write(`\r\x1b[K${label} ${words}`)
      } else if (Date.now() - last >= pace) {
        process.stdout.write(`${label} ${words}\n`)
        last = Date.now()
      }
    },
    end(words) {
      process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}${label} ${words}\n`)
    },
  }
}
