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

/**
 * SQL for the title of an order in a ledger. What its owner wrote of a wish often says whose it is: sheets leave the
 * house with the words that the street checked for everyone, and without any where it checked none.
 * @param alias of the table `orders` in the query
 */
export const ledgerTitle = (alias: string): string =>
  `COALESCE(${alias}.public_title, CASE WHEN ${alias}.kind = 'wish' THEN '没有公开的心愿' ELSE ${alias}.title END) AS title`

/** Names of orgs; a code that is not known stays a code. */
export async function orgNames(
  { db }: Services,
  codes: readonly (string | null)[],
): Promise<(code: string | null) => string | null> {
  const orgs = await findOrgs(db.reader, codes)
  return (code) => (code === null ? null : (orgs.get(code)?.name ?? code))
}
