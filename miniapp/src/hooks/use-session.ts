import { useState, useSyncExternalStore } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { session, type SignedIn } from '@/platform/session'

/** Who is signed in on this device at this moment, or null: for pages that go on without anybody. */
export function useSignedIn(): SignedIn | null {
  return useSyncExternalStore(session.subscribe, session.get)
}

/**
 * Who is signed in on this device, or null. When a session runs out, a page that is open keeps who it was, so that
 * nothing typed on it is lost: what needs a session says so when it is done.
 */
export function useSession(): SignedIn | null {
  const current = useSignedIn()
  const [lapsesBefore] = useState(session.lapses)
  if (current) return current
  return session.lapses() > lapsesBefore ? session.lapsed() : null
}

/** The membership whose workbench is shown, or null for a resident. */
export function useMembership(): Membership | null {
  const current = useSession()
  return current?.memberships.find(({ id }) => id === current.membershipId) ?? null
}
