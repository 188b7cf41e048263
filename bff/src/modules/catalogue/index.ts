export { isOfferedAt } from './catalogue.queries'
export { catalogueRoutes } from './catalogue.routes'
export { findItem, findVersion, insertPublished } from './service-item.repository'
