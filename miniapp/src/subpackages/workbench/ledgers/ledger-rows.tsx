export { LedgerCards as LedgerRows } from './ledger-cards'
