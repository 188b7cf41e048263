export { findItem, isOfferedAt } from './catalogue.queries'
export { catalogueRoutes } from './catalogue.routes'
export { ServiceItemOffer, ServiceItemRow } from './service-item.entity'
