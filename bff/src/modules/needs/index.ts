export { needRoutes } from './needs.routes'
export { findShownNeedTitles } from './need-titles'
