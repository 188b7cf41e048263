import type { Me, Membership, Session } from '@xinban/shared/contracts'
import { forget, keep, readKept } from './storage'
import { createStore } from './store'

export interface SignedIn extends Me {
  readonly token: string
  /** The membership whose workbench is shown. */
  readonly membershipId: string | null
}

const key = 'session'
const store = createStore<SignedIn | null>(readKept<SignedIn>(key) ?? null)

/** The role shown before, as long as it is still held; else the first one. */
function chooseMembership(memberships: readonly Membership[], wanted: string | null): string | null {
  return (memberships.find(({ id }) => id === wanted) ?? memberships[0])?.id ?? null
}

function write(next: SignedIn | null): void {
  if (next) keep(key, next)
  else forget(key)
  store.set(next)
}

export const session = {
  get: store.get,
  subscribe: store.subscribe,
  begin({ token, person, memberships }: Session): void {
    write({ token, person, memberships, membershipId: chooseMembership(memberships, null) })
  },
  /** Takes over what the server says now of the person and the roles. */
  refresh({ person, memberships }: Me): void {
    const current = store.get()
    if (!current) return
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
    forget('draft')
    forget('draft-photos')
    forget('last-contact')
    forget('people')
    forget('item-forms')
    write(null)
  },
}
