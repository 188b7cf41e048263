export { findNeed } from './need.repository'
export { needRoutes } from './needs.routes'
export { findShownNeedTitles } from './need-titles'
