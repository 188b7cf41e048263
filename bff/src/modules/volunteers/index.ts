export { endVolunteering } from './end-volunteering'
export { exportVolunteering } from './team.presenter'
export { verifyPoints } from './points.repository'
export { volunteerRoutes } from './volunteers.routes'
