export { ConsentRow } from './consent.entity'
export { privacyRoutes } from './privacy.routes'
