export { surveySource } from './commands/count-survey'
export { findSurveyFindings, type SurveyFinding } from './survey-result.presenter'
export { countParticipations } from './survey.repository'
export { surveyRoutes } from './surveys.routes'
