export { calendarRoutes } from './calendar.routes'
/** @public what clocks of other modules are reckoned by */
export { clockRules } from './clock-rules'
