export { tellBookers } from './commands/tell-bookers'
export { sweepNotices, tellPeople } from './commands/tell-people'
export { countUnread } from './notice.presenter'
export { noticeRoutes } from './notices.routes'
