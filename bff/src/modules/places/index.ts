export { insertPlace } from './place.repository'
export { readPoint, storePoint } from './place-point'
export { placeRoutes } from './places.routes'
