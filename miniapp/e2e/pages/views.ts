import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import type { PageName, PageQuery } from '../../src/platform/pages'
import type { Demo, Who } from './demo'

/** One sight of a page: by whom, of what, and the words by which it is there. */
export interface PageView {
  /** Names its picture, beside the page. */
  readonly name: string
  /** Nobody: a visitor who has not signed in. */
  readonly by: Who | null
  readonly query?: (demo: Demo) => PageQuery
  readonly shows: string | RegExp
}

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
const act = (action: OrderAction, status: OrderStatus, by: Who, shows: string | RegExp): PageView => ({
  name: action,
  by,
  query: (demo) => ({ id: demo.order(status), action }),
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
const actOn = (action: OrderAction, title: string, by: Who, shows: string | RegExp): PageView => ({
  name: action,
  by,
  query: (demo) => ({ id: demo.titled(title), action }),
  shows,
})
const wish = (demo: Demo): PageQuery => ({ id: demo.titled('爷爷的收音机坏了') })
const item = (demo: Demo): PageQuery => ({ id: demo.item })

/**
 * Every page of the mini program, each as those see it for whom it is, the richest sight first. A page without one
 * fails the run.
 */
export const pageViews: Record<PageName, readonly PageView[]> = {
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
  wishes: [
    { name: 'visitor', by: null, shows: '想要一台收音机' },
    { name: 'resident', by: 'resident', shows: '想要一台收音机' },
  ],
  wish: [
    { name: 'visitor', by: null, query: wish, shows: '做成海报' },
    { name: 'unit', by: 'unit', query: wish, shows: '认领这个心愿' },
  ],
  'wish-poster': [{ name: 'visitor', by: null, query: wish, shows: '扫一扫' }],
  'unit-bench': [
    { name: 'unit', by: 'unit', shows: '服务范围内的' },
    { name: 'resident', by: 'resident', shows: '这里给登记过的单位用' },
  ],
  'unit-statement': [{ name: 'unit', by: 'unit', query: () => ({ code: '610303-U1' }), shows: '圆梦小结' }],
  'wish-desk': [{ name: 'street', by: 'street', shows: '想要一副老花镜' }],
  units: [
    { name: 'street', by: 'street', shows: '邻里互助社' },
    { name: 'district', by: 'district', shows: '水电维修志愿队' },
  ],
  queue: [
    { name: 'community', by: 'community', shows: '楼道灯不亮' },
    { name: 'grid', by: 'grid', shows: '厨房水龙头漏水' },
    { name: 'unit', by: 'unit', shows: '工作台' },
    { name: 'street', by: 'street', shows: '小区门口占道停车' },
    { name: 'district', by: 'district', shows: '工作台' },
    { name: 'auditor', by: 'auditor', shows: '工作台' },
    { name: 'resident', by: 'resident', shows: '你还没有工作身份' },
  ],
  act: [
    act('dispatch', 'accepted', 'community', '派单'),
    act('decline', 'submitted', 'community', '退单'),
    act('progress', 'in_progress', 'community', '记下进展'),
    act('fulfil', 'in_progress', 'community', '办结'),
    act('merge', 'accepted', 'community', /并/),
    act('resolve-decline', 'declining', 'street', /退单/),
    act('grade', 'rated', 'street', '提交评单'),
    act('rework', 'fulfilled', 'street', /返工/),
    actOn('callback', '楼顶漏水', 'street', '记下回访'),
    actOn('rectify', '单元门关不上', 'community', '整改完成'),
    actOn('request-extension', '想学用手机挂号', 'community', '提交街道审'),
    actOn('resolve-extension', '换一段老化的水管', 'street', '确定'),
    actOn('resolve-dispute', '楼道堆了纸箱', 'street', '确定'),
    actOn('resolve-escalation', '两个小区之间的围墙裂了', 'district', '确定'),
  ],
  'contact-views': [
    { name: 'auditor', by: 'auditor', shows: '谁看过居民的联系方式' },
    { name: 'district', by: 'district', shows: '谁看过居民的联系方式' },
  ],
  'rating-flags': [
    { name: 'auditor', by: 'auditor', shows: '这些评价照样算数' },
    { name: 'community', by: 'community', shows: /督查和区管理员/ },
  ],
  ledgers: [
    { name: 'street', by: 'street', shows: '导出 Excel' },
    { name: 'community', by: 'community', shows: '导出 Excel' },
    { name: 'auditor', by: 'auditor', shows: '导出 Excel' },
    { name: 'resident', by: 'resident', shows: '这里给管台账的人看' },
  ],
  places: [
    { name: 'community', by: 'community', shows: '加一个地点' },
    { name: 'street', by: 'street', shows: '居民点单时' },
  ],
  'dead-letters': [
    { name: 'district', by: 'district', shows: '没有发不出去的消息' },
    { name: 'community', by: 'community', shows: /区管理员/ },
  ],
  templates: [
    { name: 'community', by: 'community', shows: '加一条' },
    { name: 'street', by: 'street', query: () => ({ purpose: 'grade' }), shows: '处置得当，居民满意。' },
    { name: 'resident', by: 'resident', shows: '你的身份用不到常用回复' },
  ],
  items: [{ name: 'district', by: 'district', shows: '新建事项' }],
  item: [{ name: 'district', by: 'district', query: item, shows: '由谁提供' }],
  'edit-item': [
    { name: 'new', by: 'district', shows: '办事指南' },
    { name: 'known', by: 'district', query: item, shows: '办事指南' },
  ],
  'item-offers': [{ name: 'district', by: 'district', query: item, shows: /街道/ }],
  'own-offers': [
    { name: 'community', by: 'community', shows: '这里的居民能点到' },
    { name: 'street', by: 'street', shows: '这里的居民能点到' },
  ],
  limits: [{ name: 'district', by: 'district', shows: '普通单接单' }],
  'score-rules': [{ name: 'district', by: 'district', shows: '算一个例子' }],
  rankings: [
    { name: 'district', by: 'district', shows: '怎么算的' },
    { name: 'street', by: 'street', shows: '怎么算的' },
    { name: 'community', by: 'community', shows: '怎么算的' },
    { name: 'resident', by: 'resident', shows: '得分给社区、街道和区里的工作人员看' },
  ],
  exclusions: [
    { name: 'street', by: 'street', shows: /待审批/ },
    { name: 'propose', by: 'street', query: (demo) => ({ orderId: demo.order('rated') }), shows: '提出申请' },
    { name: 'auditor', by: 'auditor', shows: /待审批/ },
  ],
  calendar: [{ name: 'district', by: 'district', shows: '10 月' }],
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
}
