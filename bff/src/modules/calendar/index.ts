export { calendarRoutes } from './calendar.routes'
export { clockRules, type ClockRules } from './clock-rules'
