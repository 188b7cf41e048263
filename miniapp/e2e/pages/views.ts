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
const whistle = (name: string, title: string, by: Who, shows: string | RegExp): PageView => ({
  name,
  by,
  query: (demo) => ({ id: demo.whistle(title) }),
  shows,
})
const wish = (demo: Demo): PageQuery => ({ id: demo.titled('爷爷的收音机坏了') })
const item = (demo: Demo): PageQuery => ({ id: demo.item })
const hall = (demo: Demo): PageQuery => ({ id: demo.hall })
const hallOf = (demo: Demo): PageQuery => ({ hall: demo.hall })

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
  tasks: [
    { name: 'department', by: 'department', shows: '发布任务' },
    { name: 'unit', by: 'unit', shows: /部门名单/ },
  ],
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
  'ledger-exports': [
    { name: 'auditor', by: 'auditor', shows: '谁导出了哪本台账' },
    { name: 'community', by: 'community', shows: /督查和区管理员/ },
  ],
  places: [
    { name: 'community', by: 'community', shows: '加一个地点' },
    { name: 'street', by: 'street', shows: '居民点单时' },
  ],
  members: [
    { name: 'street', by: 'street', shows: '下面的组织' },
    { name: 'unit', by: 'street', query: () => ({ org: '610303-U6' }), shows: '添加联系人' },
    { name: 'district', by: 'district', shows: '下面的组织' },
  ],
  'member-changes': [{ name: 'auditor', by: 'auditor', shows: /还没有人员变动|由/ }],
  residents: [
    { name: 'community', by: 'community', shows: '居民的手机号' },
    { name: 'street', by: 'street', shows: '你的身份不核实居民' },
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
  'booking-defaults': [{ name: 'district', by: 'district', shows: '个大厅里有' }],
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
  whistles: [
    { name: 'street', by: 'street', shows: '夜市油烟扰民' },
    { name: 'department', by: 'department', shows: '地下车库进水口被堵' },
    { name: 'district', by: 'district', shows: '学校门口占道停车' },
    { name: 'auditor', by: 'auditor', shows: '夜市油烟扰民' },
    { name: 'community', by: 'community', shows: '吹哨报到给街道、部门和区里看' },
  ],
  whistle: [
    whistle('blown', '夜市油烟扰民', 'street', '现场到场码'),
    whistle('working', '河道边私搭棚房，汛期堵水', 'street', '处置经过'),
    whistle('finished', '地下车库进水口被堵', 'street', '销哨'),
    whistle('closed', '老旧楼院外墙瓷砖脱落', 'department', '已销哨'),
    whistle('refused', '学校门口占道停车', 'district', '审退哨'),
  ],
  departments: [{ name: 'district', by: 'district', shows: '加进名单' }],
  'blow-whistle': [
    { name: 'street', by: 'street', shows: '请哪些部门' },
    { name: 'community', by: 'community', shows: '吹哨由街道（镇）来做' },
  ],
  calendar: [{ name: 'district', by: 'district', shows: '10 月' }],
  board: [
    { name: 'community', by: null, query: () => ({ org: '610303001002' }), shows: /本月点单/ },
    { name: 'street', by: null, query: () => ({ org: '610303001' }), shows: '各社区（村）' },
    { name: 'district', by: null, query: () => ({ org: '610303' }), shows: '各街道（镇）' },
  ],
  surveys: [
    { name: 'resident', by: 'resident', shows: /测评/ },
    { name: 'community', by: 'community', shows: '发起测评' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  survey: [
    { name: 'resident', by: 'resident', query: (demo) => ({ id: demo.survey.open }), shows: '投票' },
    { name: 'help', by: 'community', query: (demo) => ({ id: demo.survey.open, as: 'staff' }), shows: '居民的手机号' },
  ],
  'survey-result': [
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.survey.closed }), shows: '测评结论' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.survey.closed }), shows: '测评结论' },
  ],
  'held-survey': [
    { name: 'open', by: 'community', query: (demo) => ({ id: demo.survey.open }), shows: '协助居民参加' },
    { name: 'closed', by: 'community', query: (demo) => ({ id: demo.survey.closed }), shows: '已公布' },
  ],
  'edit-survey': [{ name: 'new', by: 'community', shows: '存为草稿' }],
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
  volunteering: [
    { name: 'resident', by: 'resident', shows: '服务时长' },
    { name: 'visitor', by: null, shows: '上门理发' },
  ],
  activity: [
    { name: 'resident', by: 'resident', query: (demo) => ({ id: demo.activity }), shows: '上门理发' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.activity }), shows: '现场签到码' },
  ],
  market: [
    { name: 'resident', by: 'resident', shows: '一袋洗衣粉' },
    { name: 'visitor', by: null, shows: '去登录' },
  ],
  certificate: [{ name: 'resident', by: 'resident', shows: '志愿服务证明' }],
  'team-desk': [
    { name: 'unit', by: 'unit', shows: '便民维修日' },
    { name: 'street', by: 'street', shows: '哪个队伍' },
  ],
  'stall-desk': [{ name: 'community', by: 'community', shows: '没有人等着取' }],
  pledges: [
    { name: 'resident', by: 'resident', shows: /办成/ },
    { name: 'visitor', by: null, shows: '还没有选社区' },
    { name: 'community', by: 'community', shows: '实事工作台' },
  ],
  pledge: [
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.pledge() }), shows: '承诺办什么' },
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('progress') }), shows: '报进展' },
    { name: 'street', by: 'street', query: (demo) => ({ id: demo.pledge('resolve-objection') }), shows: '公开答复' },
  ],
  'pledge-list': [
    { name: 'collecting', by: null, query: (demo) => ({ id: demo.pledgeList('collecting') }), shows: '我来提一条' },
    { name: 'deliberating', by: null, query: (demo) => ({ id: demo.pledgeList('deliberating') }), shows: /候选事项/ },
    { name: 'closed', by: null, query: (demo) => ({ id: demo.pledgeList('closed') }), shows: /已收官/ },
  ],
  'pledge-lists': [{ name: 'visitor', by: null, query: () => ({ org: '610303' }), shows: /曙光路西社区/ }],
  needs: [
    { name: 'resident', by: 'resident', shows: '答复过的需求都在这里，一条一条有着落。' },
    { name: 'visitor', by: null, query: () => ({ org: '610303001002' }), shows: /答复：/ },
  ],
  'new-need': [
    { name: 'resident', by: 'resident', shows: '最想办什么' },
    { name: 'community', by: 'community', shows: '从哪里听来的' },
  ],
  'pledge-vote': [
    {
      ...{ name: 'elsewhere', by: 'resident' },
      query: (demo) => ({ id: demo.pledgeList('deliberating') }),
      shows: '现在不能投票',
    },
    { name: 'visitor', by: null, query: (demo) => ({ id: demo.pledgeList('deliberating') }), shows: '去登录' },
  ],
  'pledge-desk': [
    { name: 'community', by: 'community', shows: '清单和进展' },
    { name: 'street', by: 'street', shows: '清单和进展' },
    { name: 'district', by: 'district', shows: '曙光路西社区居委会' },
  ],
  'pledge-report': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('progress') }), shows: '办到哪一步了' },
  ],
  'pledge-amend': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.pledge('amend') }), shows: '各步的日期' },
  ],
  'pledge-grade': [
    { name: 'street', by: 'street', query: (demo) => ({ id: demo.pledge('grade') }), shows: '提交评单' },
  ],
  'pledge-answer': [
    {
      ...{ name: 'street', by: 'street' },
      query: (demo) => ({ id: demo.pledge('resolve-objection'), objection: demo.objection }),
      shows: '核实的结果',
    },
  ],
  'pledge-need-answer': [
    { name: 'community', by: 'community', query: (demo) => ({ id: demo.need }), shows: '怎么答复' },
  ],
  'pledge-publish': [
    {
      name: 'resident',
      by: 'resident',
      query: (demo) => ({ id: demo.pledgeList('deliberating') }),
      shows: '现在不能公布',
    },
  ],
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
}
