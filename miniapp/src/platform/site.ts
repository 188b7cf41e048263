import type { Site } from '@xinban/shared/contracts'
import { call } from './request'
import { keep, readKept } from './storage'
import { createStore } from './store'

/** Whether it was a demo when it was asked last: its banner stands there from the beginning, and pushes nothing down. */
const keptDemo = 'is-demo'

const store = createStore<Site | null>(null)
let pending: Promise<void> | undefined

export const site = {
  wasDemo: () => readKept<boolean>(keptDemo) === true,
  get: store.get,
  subscribe: store.subscribe,
  /** Learns once what this installation is; asked again after a failure. */
  load(): Promise<void> {
    if (store.get()) return Promise.resolve()
    pending ??= call('site.show', {})
      .then((told) => {
        store.set(told)
        keep(keptDemo, told.isDemo)
      })
      .finally(() => {
        pending = undefined
      })
    return pending
  },
}
