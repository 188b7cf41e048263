export { insertPlace } from './place.repository'
export { placeRoutes } from './places.routes'
