import type { Services } from '../../context'
import { asDate } from '../../db/sql'
import { findOrgs } from '../orgs'
import type { Key } from './id-pages'
import type { LedgerScope } from './ledger-scope'
import type { Cell } from './sheet/sheet'

/** One line of a ledger. */
export interface LedgerLine {
  readonly key: Key
  readonly orderId: string | null
  /** By the key of the column. */
  readonly cells: Readonly<Record<string, Cell>>
}

/** One page of a ledger. */
export interface Reading {
  readonly scope: LedgerScope
  readonly after: Key | undefined
  readonly limit: number
  readonly now: Date
}
export type ReadLedger = (services: Services, reading: Reading) => Promise<LedgerLine[]>

export type Stored = Date | string | null
export const dateOrNull = (value: Stored): Date | null => (value === null ? null : asDate(value))

/** Names of orgs; a code that is not known stays a code. */
export async function orgNames(
  { db }: Services,
  codes: readonly (string | null)[],
): Promise<(code: string | null) => string | null> {
  const orgs = await findOrgs(db.reader, codes)
  return (code) => (code === null ? null : (orgs.get(code)?.name ?? code))
}
