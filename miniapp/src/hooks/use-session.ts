import { useSyncExternalStore } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { session, type SignedIn } from '@/platform/session'

/** Who is signed in on this device, or null. */
export function useSession(): SignedIn | null {
  return useSyncExternalStore(session.subscribe, session.get)
}

/** The membership whose workbench is shown, or null for a resident. */
export function useMembership(): Membership | null {
  const current = useSession()
  return current?.memberships.find(({ id }) => id === current.membershipId) ?? null
}
