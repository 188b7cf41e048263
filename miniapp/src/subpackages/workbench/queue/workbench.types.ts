import type { Membership } from '@xinban/shared/contracts'

export interface WorkbenchProps {
  membership: Membership
}
