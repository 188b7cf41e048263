import type { OrderStatus } from '@xinban/shared/domain'
import type { Who } from '../demo'
import { item, type PageView, type SomeViews } from './page-view'

const staffOrder = (status: OrderStatus, shows: string | RegExp): PageView => ({
  name: `staff-${status}`,
  by: 'community',
  query: (demo) => ({ id: demo.order(status), as: 'staff' }),
  shows,
})
const ownOrder = (status: OrderStatus, shows: string | RegExp): PageView => ({
  name: `own-${status}`,
  by: 'resident',
  query: (demo) => ({ id: demo.own(status) }),
  shows,
})
const residents: readonly Who[] = ['resident', 'neighbour']
/** An order of the demo by its title, for what no status says. */
const titled = (name: string, title: string, by: Who, shows: string | RegExp): PageView => ({
  name,
  by,
  query: (demo) => ({ id: demo.titled(title), ...(!residents.includes(by) && { as: 'staff' }) }),
  shows,
})

export const residentViews = {
  home: [
    { name: 'resident', by: 'resident', shows: /进行中/ },
    { name: 'visitor', by: null, shows: '去登录' },
    { name: 'community', by: 'community', shows: /工作台/ },
    { name: 'street', by: 'street', shows: /工作台/ },
    { name: 'district', by: 'district', shows: /工作台/ },
  ],
  orders: [
    { name: 'resident', by: 'resident', shows: '厨房水龙头漏水' },
    { name: 'visitor', by: null, shows: '去登录' },
    { name: 'empty', by: 'street', shows: '这里还没有单' },
  ],
  me: [
    { name: 'community', by: 'community', shows: '退出登录' },
    { name: 'visitor', by: null, shows: '去登录' },
    { name: 'resident', by: 'resident', shows: '退出登录' },
  ],
  catalogue: [
    { name: 'visitor', by: null, shows: '维修' },
    { name: 'resident', by: 'resident', shows: '维修' },
  ],
  guide: [{ name: 'visitor', by: null, query: item, shows: '怎么办' }],
  'new-order': [
    { name: 'service', by: 'resident', query: (demo) => ({ item: demo.item, kind: 'service' }), shows: '点的服务' },
    { name: 'issue', by: 'resident', query: () => ({ kind: 'issue' }), shows: '提交' },
    { name: 'on-behalf', by: 'grid', query: () => ({ kind: 'issue' }), shows: '提交' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  order: [
    ownOrder('fulfilled', '去评价'),
    ownOrder('submitted', '单号'),
    ownOrder('in_progress', '单号'),
    ownOrder('rated', '单号'),
    staffOrder('submitted', '接单'),
    staffOrder('accepted', '派单'),
    staffOrder('declining', '单号'),
    staffOrder('in_progress', '单号'),
    staffOrder('fulfilled', '单号'),
    staffOrder('rated', '单号'),
    staffOrder('rework', '单号'),
    staffOrder('graded', '单号'),
    staffOrder('declined', '单号'),
    staffOrder('withdrawn', '单号'),
    staffOrder('merged', '单号'),
    { name: 'street-rated', by: 'street', query: (demo) => ({ id: demo.order('rated'), as: 'staff' }), shows: '评单' },
    titled('bad-to-call-back', '楼顶漏水', 'street', '回访'),
    titled('bad-to-rectify', '单元门关不上', 'community', '整改'),
    titled('bad-followed-up', '花坛里堆了装修垃圾', 'street', '整改后评价'),
    titled('own-follow-up', '门口的台阶松了', 'resident', '再评一次'),
    titled('own-overdue', '水表间跑水', 'neighbour', '催一催'),
    titled('extension-asked', '换一段老化的水管', 'street', '审延期'),
    titled('extension-granted', '树枝挡住了路灯', 'community', /延期/),
    titled('disputed', '楼道堆了纸箱', 'street', '审异议'),
    titled('escalated', '两个小区之间的围墙裂了', 'district', '督办决定'),
    titled('urged', '活动室的椅子坏了', 'community', /催过 1 次/),
    titled('overdue', '地下室进水，电线泡在水里', 'community', /已超期/),
    titled('due-soon', '一楼电表箱冒火花', 'community', /即将超期/),
    { name: 'public', by: 'neighbour', query: (demo) => ({ id: demo.publicOrder, as: 'public' }), shows: /人附议/ },
    { name: 'auditor', by: 'auditor', query: (demo) => ({ id: demo.order('rated'), as: 'staff' }), shows: '单号' },
  ],
  rate: [
    { name: 'own', by: 'resident', query: (demo) => ({ id: demo.own('fulfilled') }), shows: '提交评价' },
    titled('again', '门口的台阶松了', 'resident', /第一次评价/),
  ],
  dispute: [
    { name: 'own', by: 'resident', query: (demo) => ({ id: demo.own('fulfilled') }), shows: '告诉街道' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  'public-orders': [{ name: 'neighbour', by: 'neighbour', shows: /人附议/ }],
  'sign-in': [{ name: 'visitor', by: null, shows: '用这个账号登录' }],
  notices: [
    { name: 'resident', by: 'resident', shows: /已接单/ },
    { name: 'grid', by: 'grid', shows: /派给你/ },
    { name: 'empty', by: 'auditor', shows: '还没有消息' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  community: [{ name: 'resident', by: 'resident', shows: '保存' }],
  profile: [{ name: 'resident', by: 'resident', shows: '称呼和手机号加密保存' }],
  password: [{ name: 'resident', by: 'resident', shows: '你的账号不用密码' }],
  privacy: [
    { name: 'resident', by: 'resident', shows: '我的资料存了什么' },
    { name: 'visitor', by: null, shows: /起用这一版/ },
  ],
  'stored-data': [
    { name: 'resident', by: 'resident', shows: /演示登录/ },
    { name: 'visitor', by: null, shows: '登录后可以看到存了你的哪些资料' },
  ],
  pledges: [
    { name: 'resident', by: 'resident', shows: /办成/ },
    { name: 'visitor', by: null, shows: '还没有选社区' },
    { name: 'community', by: 'community', shows: '实事工作台' },
  ],
} satisfies SomeViews
