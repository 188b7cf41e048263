import type { PageQuery } from '../../../src/platform/pages'
import type { Demo } from '../demo'
import type { SomeViews } from './page-view'

const hall = (demo: Demo): PageQuery => ({ id: demo.hall })
const hallOf = (demo: Demo): PageQuery => ({ hall: demo.hall })

export const bookingsViews = {
  halls: [
    { name: 'resident', by: 'resident', shows: /便民服务站/ },
    { name: 'visitor', by: null, shows: '找离我近的' },
  ],
  hall: [{ name: 'resident', by: 'resident', query: hall, shows: '能办什么' }],
  book: [
    { name: 'items', by: 'resident', query: (demo) => ({ hall: demo.hall }), shows: /办什么？/ },
    { name: 'days', by: 'resident', query: (demo) => ({ hall: demo.hall, item: demo.hallItem }), shows: '选一天' },
  ],
  bookings: [
    { name: 'resident', by: 'resident', shows: '再约一个' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  booking: [{ name: 'resident', by: 'resident', query: (demo) => ({ id: demo.booking }), shows: /预约号/ }],
  ticket: [{ name: 'visitor', by: null, shows: '去登录' }],
  counter: [
    { name: 'community', by: 'community', query: hallOf, shows: '约过的人签到' },
    { name: 'resident', by: 'resident', shows: '这里给大厅的工作人员用' },
  ],
  'hall-day': [{ name: 'community', by: 'community', query: hallOf, shows: '帮居民约' }],
  'hall-schedule': [{ name: 'community', by: 'community', query: hallOf, shows: '每周办理时间' }],
  'kept-halls': [{ name: 'street', by: 'street', shows: '加一个大厅' }],
  'edit-hall': [
    { name: 'community', by: 'community', query: hallOf, shows: '保存名片' },
    { name: 'new', by: 'street', shows: '建好大厅' },
  ],
  handled: [{ name: 'visitor', by: null, shows: /全区通办/ }],
  'hall-figures': [
    { name: 'street', by: 'street', shows: '爽约率' },
    { name: 'auditor', by: 'auditor', shows: '爽约率' },
  ],
  waiting: [{ name: 'visitor', by: null, query: hallOf, shows: '今天的签到码' }],
} satisfies SomeViews
