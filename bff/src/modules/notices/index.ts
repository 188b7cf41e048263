export { tellOfWhistles } from './commands/tell-of-whistles'
export { sweepNotices, tellPeople } from './commands/tell-people'
export { countUnread } from './notice.presenter'
export { noticeRoutes } from './notices.routes'
