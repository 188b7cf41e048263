import { apiBase } from '@xinban/shared/routes'
import type { EventChannel, OpenEvents } from './event-source.types'

export const openEvents: OpenEvents =
  typeof EventSource === 'undefined'
    ? null
    : (path) => new EventSource(`${API_ORIGIN}${apiBase}${path}`) as unknown as EventChannel
