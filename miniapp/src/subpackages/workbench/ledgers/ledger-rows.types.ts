import type { LedgerRow } from '@xinban/shared/contracts'
import type { LedgerName } from '@xinban/shared/domain'

export interface LedgerRowsProps {
  name: LedgerName
  rows: readonly LedgerRow[]
  now: Date
}
