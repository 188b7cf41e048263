import type { OpenEvents } from './event-source.types'

/** WeChat has no streams: a page asks again instead. */
export const openEvents: OpenEvents = null
