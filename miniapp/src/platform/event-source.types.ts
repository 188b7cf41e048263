/** What a page needs of a stream of events. */
export interface EventChannel {
  onopen: (() => void) | null
  onerror: (() => void) | null
  addEventListener(type: string, listener: (event: { data: string }) => void): void
  close(): void
}

/** Opens a stream of an address under the API; null where there are none. */
export type OpenEvents = ((path: string) => EventChannel) | null
