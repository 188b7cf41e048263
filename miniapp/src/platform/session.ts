import type { Me, Membership, Session } from '@xinban/shared/contracts'
import { forget, keep, readKept } from './storage'
import { createStore } from './store'

export interface SignedIn extends Me {
  readonly token: string
  /** The membership whose workbench is shown. */
  readonly membershipId: string | null
}

const key = 'session'
/** Whose session ran out, while nobody signed in since: the unfinished words on this device are theirs. */
const ownerKey = 'owner'
const store = createStore<SignedIn | null>(readKept<SignedIn>(key) ?? null)
/** Whether the server has known the session since the app was opened. */
let isKnown = false
/** Who it was whose session ran out while pages were open, and how many times one did. */
let lapsed: SignedIn | null = null
let lapses = 0

/** The role shown before, as long as it is still held; else the first one. */
function chooseMembership(memberships: readonly Membership[], wanted: string | null): string | null {
  return (memberships.find(({ id }) => id === wanted) ?? memberships[0])?.id ?? null
}

function write(next: SignedIn | null): void {
  if (next) keep(key, next)
  else forget(key)
  store.set(next)
}

/** What was written and not sent. */
const unfinished = ['draft', 'draft-photos', 'item-forms']
/** What spares typing. */
const comforts = ['last-contact', 'people']

export const session = {
  get: store.get,
  subscribe: store.subscribe,
  begin({ token, person, memberships }: Session): void {
    const owner = session.owner()
    if (owner !== null && owner !== person.id) unfinished.forEach(forget)
    forget(ownerKey)
    lapsed = null
    isKnown = true
    write({ token, person, memberships, membershipId: chooseMembership(memberships, null) })
  },
  /** Takes over what the server says now of the person and the roles. */
  refresh({ person, memberships }: Me): void {
    const current = store.get()
    if (!current) return
    isKnown = true
    const membershipId = chooseMembership(memberships, current.membershipId)
    const next = { ...current, person, memberships, membershipId }
    if (JSON.stringify(next) !== JSON.stringify(current)) write(next)
  },
  actAs(membershipId: string): void {
    const current = store.get()
    if (current) write({ ...current, membershipId: chooseMembership(current.memberships, membershipId) })
  },
  /** Forgets the person on this device, drafts with their words included. */
  end(): void {
    ;[...unfinished, ...comforts, ownerKey].forEach(forget)
    lapsed = null
    write(null)
  },
  /** The server knows it no more. What was written and not sent waits for the same person to sign in again. */
  lapse(): void {
    const current = store.get()
    if (!current) return
    comforts.forEach(forget)
    keep(ownerKey, current.person.id)
    lapsed = isKnown ? current : null
    lapses += 1
    write(null)
  },
  /** The id of the person whose session ran out, while nobody signed in since; else null. */
  owner: (): string | null => readKept<string>(ownerKey) ?? null,
  /** Who that was, for pages that were open then; null after a start of the app, when nothing could have been typed. */
  lapsed: () => lapsed,
  lapses: () => lapses,
}
