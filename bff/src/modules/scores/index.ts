export { addToCounters, allCounters, keepScores } from './score.repository'
export { scoreRoutes } from './scores.routes'
