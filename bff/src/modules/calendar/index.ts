export { maySetRules } from './calendar.policy'
export { expectDistrict, ownDistrict } from './calendar.presenter'
export { calendarRoutes } from './calendar.routes'
export { clockRules, type ClockRules } from './clock-rules'
