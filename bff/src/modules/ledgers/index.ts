export { ledgerRoutes } from './ledgers.routes'
