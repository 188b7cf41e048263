export { sweepNotices, tellPeople } from './commands/tell-people'
export { tellOfPledges } from './commands/tell-of-pledges'
export { countUnread } from './notice.presenter'
export { noticeRoutes } from './notices.routes'
