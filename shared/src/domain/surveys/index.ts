export * from './survey'
export * from './survey-flow'
export * from './survey-result'
