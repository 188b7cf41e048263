export { maySetRules } from './calendar.policy'
export { expectDistrict, ownDistrict } from './calendar.presenter'
export { calendarRoutes } from './calendar.routes'
export { calendarFor, clockRules, districtRules, ruleHeads, type ClockRules, type RuleHeads } from './clock-rules'
