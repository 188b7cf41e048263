export { answerNeed } from './commands/answer-need'
export { createNeed } from './commands/create-need'
export { findShownNeedTitles } from './need-titles'
export { needRoutes } from './needs.routes'
