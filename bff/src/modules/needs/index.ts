export { needRoutes } from './needs.routes'
