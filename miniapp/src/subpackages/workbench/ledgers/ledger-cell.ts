import type { LedgerRow } from '@xinban/shared/contracts'
import { sayTime, type LedgerColumn } from '@xinban/shared/domain'

/** A cell as people read it; a dash where there is nothing. */
export function tellCell({ cells }: LedgerRow, { key, type }: LedgerColumn, now: Date): string {
  const cell = cells[key] ?? null
  if (cell === null || cell === '') return '—'
  return type === 'instant' ? sayTime(new Date(String(cell)), now) : String(cell)
}
