export { saveScoreRules } from './commands/save-score-rules'
export { addToCounters, allCounters, keepScores } from './score.repository'
export { rulesAt } from './score-rules.repository'
export { scoreRoutes } from './scores.routes'
