export { deadLetterRoutes } from './dead-letters.routes'
