import type { LedgerName } from '@xinban/shared/domain'
import { readBadReviews } from './bad-reviews-ledger.queries'
import { readExclusions } from './exclusions-ledger.queries'
import type { ReadLedger } from './ledger-line'
import { readOrders } from './orders-ledger.queries'
import { readOverdue } from './overdue-ledger.queries'
import { readWhistles } from './whistles-ledger.queries'

/** How each ledger is read, the newest first. What its columns are says `ledgers` of the domain. */
export const readers: Readonly<Record<LedgerName, ReadLedger>> = {
  orders: readOrders,
  overdue: readOverdue,
  'bad-reviews': readBadReviews,
  exclusions: readExclusions,
  whistles: readWhistles,
}
