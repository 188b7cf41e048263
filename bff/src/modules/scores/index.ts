export { monthScores, type MonthScore } from './month-scores'
export { addToCounters, allCounters, keepScores } from './score.repository'
export { currentRules } from './score-rules.repository'
export { scoreRoutes } from './scores.routes'
