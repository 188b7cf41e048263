import type { Site } from '@xinban/shared/contracts'
import { call } from './request'
import { createStore } from './store'

const store = createStore<Site | null>(null)
let pending: Promise<void> | undefined

export const site = {
  get: store.get,
  subscribe: store.subscribe,
  /** Learns once what this installation is; asked again after a failure. */
  load(): Promise<void> {
    if (store.get()) return Promise.resolve()
    pending ??= call('site.show', {})
      .then(store.set)
      .finally(() => {
        pending = undefined
      })
    return pending
  },
}
