export { maySetRules } from './calendar.policy'
export { expectDistrict, ownDistrict } from './calendar.presenter'
export { calendarRoutes } from './calendar.routes'
export { calendarFor, clockRules, districtRules, type ClockRules } from './clock-rules'
