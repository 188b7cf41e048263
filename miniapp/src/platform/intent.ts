const hex = (digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join('')

/** In the shape of a UUID. It only has to be new among one person's calls of a day, so Math.random will do. */
export const newKey = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`

export interface Intent {
  /** The key to send with `content`: the same as before while the same thing is being retried. */
  keyFor(content: unknown): string
  /** The server has decided; what comes next is a new intent. */
  settle(): void
}

/**
 * Holds the Idempotency-Key of what a person wants to do. A retry after a lost answer carries the same key, so that
 * the thing is done once; changed words are another intent, because the server refuses an old key with a new body.
 */
export function createIntent(): Intent {
  let current: { key: string; content: string } | undefined
  return {
    keyFor(content) {
      const now = JSON.stringify(content)
      if (current?.content !== now) current = { key: newKey(), content: now }
      return current.key
    },
    settle() {
      current = undefined
    },
  }
}
