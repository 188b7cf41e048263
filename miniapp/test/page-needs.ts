import type { Membership, RouteName, Unit } from '@xinban/shared/contracts'
import type { PledgeAction } from '@xinban/shared/domain'
import type { PageName } from '@/platform/pages'
import { noTasks, me, ok, order, place, staff, summary, type answerWith } from './api-double'
import { board, booking, defaultSettings, hall, hallSummary, savedSchedule, slot, ticket } from './booking-double'
import { calendarYear, limitSettings, limitVersions } from './calendar-double'
import { docket, ruleSettings, scoreTable } from './score-double'
import { need, objection, pledge, pledgeList, votingList } from './pledge-double'
import { activity, redemption, reward, volunteering } from './volunteer-double'
import { departments, streetStaff, whistle, whistleSummary } from './whistle-double'
import { board as publicBoard } from './board-double'
import { survey, surveyResult } from './survey-double'
import { editable, editor, managed, offerable, published } from './catalogue-double'

type Answers = Parameters<typeof answerWith>[0]

/** Fetches something of its own: says so while it waits, when it fails, and when there is nothing. */
interface Fetching {
  /** The question whose answer it shows. */
  asks: RouteName
  answers: Answers
  /** What it shows then. */
  shows: RegExp
}
interface Visit {
  /** Who opens it; undefined: someone who is not signed in. */
  as?: readonly Membership[]
  query?: Record<string, string>
  /** Whoever is not signed in is led to sign in. */
  needsSignIn?: boolean
}

/** Of a `list`: what stands there when it is empty. */
type Lists = Visit & Fetching & { kind: 'list'; empty: { answers: Answers; words: RegExp } }
/** One thing that can be looked at again. */
type Details = Visit & Fetching & { kind: 'detail' }
/** What is typed stays when it is refused. `fetches`: what it needs before there is anything to fill in. */
type Forms = Visit & { kind: 'form'; fetches?: Fetching; typed: Record<string, string>; press: string }
/** The same at all times. */
type Texts = Visit & { kind: 'text'; shows: RegExp }
export type PageNeeds = Lists | Details | Forms | Texts

const nobody: Membership[] = []
const auditor: Membership = { id: 'm9', role: 'auditor', org: editor.org }
const none = { items: [], nextCursor: null }
const page = <Item>(item: Item) => ({ items: [item], nextCursor: null })
const orders = ok<'orders.list'>(page(summary()))
const noOrders = { 'orders.list': ok<'orders.list'>(none) }
const at = '2026-11-22T09:00:00+08:00'
const view = {
  ...{ id: 'v1', at, viewer: { name: '王**', role: 'auditor' as const, org: editor.org }, reason: '核实投诉' },
  order: { id: 'o1', no: '261122000001', communityCode: '610303001002' },
}
const letter = {
  ...{ id: 'l1', topic: 'order.accepted', subject: { type: 'order' as const, id: 'o1' }, at, deadAt: at, attempts: 10 },
  error: 'QueryFailedError',
}
const template = {
  ...{ id: 't1', org: staff.org, purpose: 'fulfil' as const, text: '灯已换好，试过能亮。', useCount: 3, version: 2 },
  allowedActions: [],
}
const notice = {
  ...{ id: 'n1', kind: 'order.accepted' as const, words: '东关社区已接单', at, isRead: false },
  subject: { type: 'order' as const, id: 'o1', title: '楼道灯不亮' },
}
const flag = {
  ...{ id: 'f1', at, pattern: 'several_owners' as const, stars: 5, look: null, community: editor.org },
  ...{ order: { id: 'o1', no: '261122000001' }, others: [{ id: 'o2', no: '261122000002' }] },
  allowedActions: ['look-at' as const],
}
const ledgerRow = { id: 'l1', orderId: 'o1', cells: { no: '261122000001', title: '楼道灯不亮' } }
const onlyWords = { ...survey().questions[2], title: '还想说什么？', isRequired: true } as ReturnType<
  typeof survey
>['questions'][number]
const ledgerExport = {
  ...{ id: 'e1', ledger: 'orders' as const, format: 'xlsx' as const, at, scope: editor.org },
  by: { name: '王**', role: 'auditor' as const, org: editor.org },
  filters: { from: '2026-10-24', to: '2026-11-22', org: editor.org.code, state: null, kind: null },
  ...{ downloads: 1, rows: 120, isComplete: true, finishedAt: at },
}
const noOrgs = { 'orgs.list': ok<'orgs.list'>(none) }
const item = { ...published(), guide: undefined, channels: undefined }
const wished = summary({
  ...{ kind: 'wish' as const, status: 'listed' as const, title: '想要一副老花镜', isOwn: false, requesterName: null },
  wish: { title: '想要一副老花镜', category: 'goods', state: 'open', days: 3, isPriority: false },
})
const streetMember: Membership = {
  ...{ id: 'm7', role: 'street_staff' },
  org: { code: '610303001', name: '中山东路街道', level: 'street' },
}
const unitMember: Membership = {
  ...{ id: 'm8', role: 'unit_staff' },
  org: { code: '610303-U1', name: '爱心理发店', level: 'unit' },
}
const unit: Unit = {
  ...{
    id: unitMember.org.code,
    code: unitMember.org.code,
    name: unitMember.org.name,
    kind: 'enterprise',
    tags: ['修锁'],
  },
  ...{ categories: ['skill'], parent: streetMember.org, areas: [], isActive: true, openClaims: 1, mostClaims: 5 },
  ...{ members: [{ id: 'm8', name: '李**' }], version: 1, allowedActions: ['update'] },
}
const member = {
  ...{ id: 'm7', name: '李**', role: 'street_staff' as const, org: streetMember.org, openOrders: 2, since: at },
  allowedActions: [],
}
const memberOverview = {
  'members.overview': ok<'members.overview'>({ org: streetMember.org, grantableRoles: [], below: [] }),
}
const memberChange = {
  ...{ id: 'c1', at, change: 'granted' as const, name: '李**', role: 'street_staff' as const, org: streetMember.org },
  by: null,
}
const site = ok<'site.show'>({
  ...{ isDemo: false, district: editor.org, demoAccounts: [], signInProviders: ['password'] },
})
const shown = (action: 'rate' | 'progress' | 'dispute') => ok<'orders.show'>(order({ allowedActions: [action] }))
const pledgeLists = ok<'pledge-lists.list'>(page(pledgeList()))
const noPledgeLists = { 'pledge-lists.list': ok<'pledge-lists.list'>(none) }
const shownPledge = (action: PledgeAction) => ok<'pledges.show'>(pledge({ allowedActions: [action] }))
const activities = ok<'activities.list'>(page(activity()))
const noActivities = { 'activities.list': ok<'activities.list'>(none) }
const own = { 'volunteers.me': ok<'volunteers.me'>(volunteering()), 'site.show': site }
const home = (mine: ReturnType<typeof page<ReturnType<typeof summary>>> | typeof none) =>
  ok<'home.show'>({ name: null, mine, neighbours: [], counts: null, unread: 0, tenThings: null })

const freeSlots = ok<'halls.slots'>({
  ...{ items: [slot('2026-11-26T09:00:00+08:00', '2026-11-26T09:30:00+08:00', 2)], closed: [] },
  ...{ bookableThrough: '2026-12-09', isCalendarKnown: true },
})

const ownHall = {
  'halls.list': ok<'halls.list'>(page(hallSummary({ org: staff.org }))),
  'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['serve', 'edit-schedule'] })),
}
const handledItem = {
  id: 'i1',
  item: { id: 'i1', name: '社保卡办理', category: '社保' },
  halls: [{ id: 'h1', name: '东关社区服务大厅', org: staff.org, scope: 'district' as const }],
}
const figures = {
  ...{
    hall: { id: 'h1', name: '东关社区服务大厅', org: staff.org, isClosed: false },
    booked: 40,
    cancelled: 3,
    noShows: 2,
  },
  ...{ capacity: 120, bookedRate: 0.333, tickets: 55, served: 50, meanWaitMinutes: 8.4, noShowRate: 0.05 },
}

/** What every page owes whoever opens it. A page that is not here fails the types. */
export const pageNeeds: Record<PageName, PageNeeds> = {
  home: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'home.show', shows: /楼道灯不亮/ },
    answers: { 'home.show': home(page(summary())) },
    empty: { answers: { 'home.show': home(none) }, words: /没有/ },
  },
  pledges: {
    ...{ kind: 'list', as: nobody, asks: 'pledge-lists.list', shows: /给老楼装扶手/ },
    answers: { 'pledge-lists.list': pledgeLists, 'site.show': site },
    empty: { answers: { ...noPledgeLists, 'site.show': site }, words: /还没有清单/ },
  },
  orders: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'orders.list', shows: /楼道灯不亮/ },
    answers: { 'orders.list': orders },
    empty: { answers: noOrders, words: /这里还没有单/ },
  },
  me: { kind: 'text', as: nobody, needsSignIn: true, shows: /我的资料/ },
  catalogue: {
    ...{ kind: 'list', as: nobody, asks: 'service-items.list', shows: /高龄津贴/ },
    answers: { 'service-items.list': () => ({ statusCode: 200, data: page(item) }) },
    empty: { answers: { 'service-items.list': ok<'service-items.list'>(none) }, words: /这里还没有上架服务/ },
  },
  guide: {
    ...{ kind: 'detail', query: { id: 'i1' }, asks: 'service-items.show', shows: /高龄津贴/ },
    answers: { 'service-items.show': ok<'service-items.show'>(published()) },
  },
  'new-order': {
    ...{ kind: 'form', as: nobody, needsSignIn: true, query: { kind: 'issue' } },
    typed: { 什么事: '楼道灯不亮', 说说情况: '晚上看不见路' },
    press: '提交',
  },
  order: {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, query: { id: 'o1' }, asks: 'orders.show', shows: /楼道灯不亮/ },
    answers: { 'orders.show': ok<'orders.show'>(order()) },
  },
  rate: {
    ...{ kind: 'form', as: nobody, needsSignIn: true, query: { id: 'o1' } },
    fetches: { asks: 'orders.show', answers: { 'orders.show': shown('rate') }, shows: /楼道灯不亮/ },
    typed: { 还想说的话: '来得很快' },
    press: '提交评价',
  },
  dispute: {
    ...{ kind: 'form', as: nobody, needsSignIn: true, query: { id: 'o1' } },
    fetches: { asks: 'orders.show', answers: { 'orders.show': shown('dispute') }, shows: /楼道灯不亮/ },
    typed: { 哪里还没办好: '灯还是不亮' },
    press: '告诉街道',
  },
  'public-orders': {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'orders.list', shows: /楼道灯不亮/ },
    answers: { 'orders.list': orders },
    empty: { answers: noOrders, words: /现在没有公开的单/ },
  },
  wishes: {
    ...{ kind: 'list', asks: 'orders.list', shows: /想要一副老花镜/ },
    answers: { 'orders.list': ok<'orders.list'>(page(wished)) },
    empty: { answers: noOrders, words: /现在没有等认领的心愿/ },
  },
  wish: {
    ...{ kind: 'detail', query: { id: 'o1' }, asks: 'orders.show', shows: /想要一副老花镜/ },
    answers: { 'orders.show': ok<'orders.show'>(order({ ...wished, events: [] })) },
  },
  'wish-poster': {
    ...{ kind: 'detail', query: { id: 'o1' }, asks: 'orders.show', shows: /想要一副老花镜/ },
    answers: { 'orders.show': ok<'orders.show'>(order({ ...wished, events: [] })) },
  },
  'unit-bench': {
    ...{ kind: 'list', as: [unitMember], needsSignIn: true, asks: 'units.workbench', shows: /想要一副老花镜/ },
    answers: {
      'units.workbench': ok<'units.workbench'>({ ...page(wished), suggested: [] }),
      'units.show': ok<'units.show'>(unit),
    },
    empty: {
      answers: {
        'units.workbench': ok<'units.workbench'>({ ...none, suggested: [] }),
        'units.show': ok<'units.show'>(unit),
      },
      words: /现在没有可认领的心愿/,
    },
  },
  'unit-statement': {
    ...{ kind: 'detail', as: [unitMember], needsSignIn: true, query: { code: unit.code } },
    ...{ asks: 'units.statement', shows: /圆梦小结/ },
    answers: {
      'units.statement': ok<'units.statement'>({
        ...{ unit: unitMember.org, year: 2026, asOf: at, claimed: 2, fulfilled: 1, returned: 0 },
        ...{
          contactedInTime: 1,
          volunteers: { activities: 0, people: 0, minutes: 0 },
          contactDue: 1,
          rated: 1,
          favourable: 1,
          items: [],
        },
      }),
    },
  },
  'wish-desk': {
    ...{ kind: 'list', as: [streetMember], needsSignIn: true, asks: 'wishes.desk', shows: /楼道灯不亮/ },
    answers: { 'wishes.desk': ok<'wishes.desk'>(page(summary())) },
    empty: { answers: { 'wishes.desk': ok<'wishes.desk'>(none) }, words: /没有待审的心愿/ },
  },
  tasks: {
    ...{ kind: 'list', as: [unitMember], needsSignIn: true, asks: 'tasks.list', shows: /楼道灯不亮/ },
    answers: { 'tasks.list': ok<'tasks.list'>(page(summary())), ...noOrgs },
    empty: { answers: { 'tasks.list': ok<'tasks.list'>(none), ...noOrgs }, words: /还没有发布过任务/ },
  },
  units: {
    ...{ kind: 'list', as: [streetMember], needsSignIn: true, asks: 'units.list', shows: /爱心理发店/ },
    answers: { 'units.list': ok<'units.list'>(page(unit)), ...noOrgs },
    empty: { answers: { 'units.list': ok<'units.list'>(none), ...noOrgs }, words: /还没有登记单位/ },
  },
  queue: {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'orders.list', shows: /楼道灯不亮/ },
    answers: {
      'orders.list': orders,
      'orders.counts': ok<'orders.counts'>({
        counts: {},
        urgent: {},
        mayGrade: null,
        overdue: 0,
        warned: 0,
        tasks: noTasks,
      }),
    },
    empty: { answers: noOrders, words: /这里都处理完了/ },
  },
  act: {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'o1', action: 'progress' } },
    fetches: { asks: 'orders.show', answers: { 'orders.show': shown('progress') }, shows: /楼道灯不亮/ },
    typed: { 办到哪一步了: '换了灯泡' },
    press: '记下进展',
  },
  'contact-views': {
    ...{ kind: 'list', as: [auditor], needsSignIn: true, asks: 'contact-views.list', shows: /核实投诉/ },
    answers: { 'contact-views.list': ok<'contact-views.list'>(page(view)) },
    empty: { answers: { 'contact-views.list': ok<'contact-views.list'>(none) }, words: /还没有人看过/ },
  },
  'rating-flags': {
    ...{ kind: 'list', as: [auditor], needsSignIn: true, asks: 'rating-flags.list', shows: /短时间替几个人评/ },
    answers: { 'rating-flags.list': ok<'rating-flags.list'>(page(flag)) },
    empty: { answers: { 'rating-flags.list': ok<'rating-flags.list'>(none) }, words: /没有要看的评价/ },
  },
  ledgers: {
    ...{ kind: 'list', as: [auditor], needsSignIn: true, asks: 'ledgers.list', shows: /楼道灯不亮/ },
    answers: { 'ledgers.list': ok<'ledgers.list'>(page(ledgerRow)), ...noOrgs },
    empty: { answers: { 'ledgers.list': ok<'ledgers.list'>(none), ...noOrgs }, words: /订单台账是空的/ },
  },
  'ledger-exports': {
    ...{ kind: 'list', as: [auditor], needsSignIn: true, asks: 'ledger-exports.list', shows: /取走 120 行/ },
    answers: { 'ledger-exports.list': ok<'ledger-exports.list'>(page(ledgerExport)) },
    empty: { answers: { 'ledger-exports.list': ok<'ledger-exports.list'>(none) }, words: /还没有人导出过/ },
  },
  places: {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'places.list', shows: /梧桐院/ },
    answers: { 'places.list': ok<'places.list'>(page(place())) },
    empty: { answers: { 'places.list': ok<'places.list'>(none) }, words: /还没有地点/ },
  },
  members: {
    ...{ kind: 'list', as: [streetMember], needsSignIn: true, asks: 'members.list', shows: /李\*\* · 街道工作人员/ },
    answers: { 'members.list': ok<'members.list'>(page(member)), ...memberOverview },
    empty: { answers: { 'members.list': ok<'members.list'>(none), ...memberOverview }, words: /这里还没有人/ },
  },
  'member-changes': {
    ...{ kind: 'list', as: [auditor], needsSignIn: true, asks: 'member-changes.list', shows: /添加：李\*\*/ },
    answers: { 'member-changes.list': ok<'member-changes.list'>(page(memberChange)) },
    empty: { answers: { 'member-changes.list': ok<'member-changes.list'>(none) }, words: /还没有人员变动/ },
  },
  residents: {
    ...{ kind: 'form', as: [staff], needsSignIn: true },
    typed: { 居民的手机号: '13800138000' },
    press: '查找',
  },
  'dead-letters': {
    ...{ kind: 'list', as: [editor], needsSignIn: true, asks: 'dead-letters.list', shows: /「接单」的消息/ },
    answers: { 'dead-letters.list': ok<'dead-letters.list'>(page(letter)) },
    empty: { answers: { 'dead-letters.list': ok<'dead-letters.list'>(none) }, words: /没有发不出去的消息/ },
  },
  templates: {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'templates.list', shows: /灯已换好/ },
    answers: { 'templates.list': ok<'templates.list'>({ items: [template] }) },
    empty: { answers: { 'templates.list': ok<'templates.list'>({ items: [] }) }, words: /还没有/ },
  },
  limits: {
    ...{ kind: 'detail', as: [editor], needsSignIn: true, asks: 'limits.show', shows: /普通单接单/ },
    answers: {
      'limits.show': ok<'limits.show'>(limitSettings()),
      'calendar.show': ok<'calendar.show'>(calendarYear()),
      'limits.versions': ok<'limits.versions'>(limitVersions()),
    },
  },
  calendar: {
    ...{ kind: 'detail', as: [editor], needsSignIn: true, asks: 'calendar.show', shows: /10 月/ },
    answers: { 'calendar.show': ok<'calendar.show'>(calendarYear()) },
  },
  items: {
    ...{ kind: 'list', as: [editor], needsSignIn: true, asks: 'service-items.manage', shows: /高龄津贴/ },
    answers: { 'service-items.manage': ok<'service-items.manage'>(page(managed())) },
    empty: { answers: { 'service-items.manage': ok<'service-items.manage'>(none) }, words: /还没有服务事项/ },
  },
  item: {
    ...{ kind: 'detail', as: [editor], needsSignIn: true, query: { id: 'i1' } },
    ...{ asks: 'service-items.edit', shows: /高龄津贴/ },
    answers: { 'service-items.edit': ok<'service-items.edit'>(editable()) },
  },
  'edit-item': {
    ...{ kind: 'form', as: [editor], needsSignIn: true, query: { id: 'i1' } },
    fetches: {
      ...{ asks: 'service-items.edit', shows: /存为草稿/ },
      answers: { 'service-items.edit': ok<'service-items.edit'>(editable()) },
    },
    typed: { 事项名称: '助听器保养' },
    press: '存为草稿',
  },
  'item-offers': {
    ...{ kind: 'detail', as: [editor], needsSignIn: true, query: { id: 'i1' } },
    ...{ asks: 'service-items.edit', shows: /高龄津贴/ },
    answers: { 'service-items.edit': ok<'service-items.edit'>(editable()), 'orgs.list': ok<'orgs.list'>(none) },
  },
  'own-offers': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'service-items.offerable', shows: /高龄津贴/ },
    answers: { 'service-items.offerable': ok<'service-items.offerable'>(page(offerable())) },
    empty: { answers: { 'service-items.offerable': ok<'service-items.offerable'>(none) }, words: /区里还没有发布/ },
  },
  rankings: {
    ...{ kind: 'detail', as: [editor], needsSignIn: true, asks: 'scores.show', shows: /第 1 名/ },
    answers: { 'scores.show': ok<'scores.show'>(scoreTable()) },
  },
  exclusions: {
    ...{ kind: 'list', as: [editor], needsSignIn: true, asks: 'exclusions.list', shows: /楼道灯不亮/ },
    answers: { 'exclusions.list': ok<'exclusions.list'>(page(docket())) },
    empty: { answers: { 'exclusions.list': ok<'exclusions.list'>(none) }, words: /没有“待审批”的申请/ },
  },
  'booking-defaults': {
    ...{ kind: 'form', as: [editor], needsSignIn: true },
    fetches: {
      ...{ asks: 'booking-defaults.show', shows: /签到、改期和每个人能约几次/ },
      answers: {
        'booking-defaults.show': ok<'booking-defaults.show'>(defaultSettings()),
        'booking-defaults.versions': ok<'booking-defaults.versions'>(none),
      },
    },
    typed: { 几次没有来就暂停预约: '5' },
    press: '看看影响谁，再保存',
  },
  'score-rules': {
    ...{ kind: 'form', as: [editor], needsSignIn: true },
    fetches: {
      ...{ asks: 'score-rules.show', shows: /算一个例子/ },
      answers: { 'score-rules.show': ok<'score-rules.show'>(ruleSettings()) },
    },
    typed: { 名称: '从严规则' },
    press: '保存',
  },
  whistles: {
    ...{ kind: 'list', as: [streetStaff], needsSignIn: true, asks: 'whistles.list', shows: /外墙瓷砖脱落/ },
    answers: { 'whistles.list': ok<'whistles.list'>(page(whistleSummary())) },
    empty: { answers: { 'whistles.list': ok<'whistles.list'>(none) }, words: /没有在办的哨/ },
  },
  whistle: {
    ...{ kind: 'detail', as: [streetStaff], needsSignIn: true, query: { id: 'w1' }, asks: 'whistles.show' },
    shows: /外墙瓷砖脱落/,
    answers: { 'whistles.show': ok<'whistles.show'>(whistle()) },
  },
  departments: {
    ...{ kind: 'list', as: [editor], needsSignIn: true, asks: 'departments.list', shows: /区住建局/ },
    answers: {
      'departments.list': ok<'departments.list'>(departments),
      'orgs.list': ok<'orgs.list'>(none),
    },
    empty: {
      answers: { 'departments.list': ok<'departments.list'>({ items: [] }), 'orgs.list': ok<'orgs.list'>(none) },
      words: /还没有部门/,
    },
  },
  'blow-whistle': {
    ...{ kind: 'form', as: [streetStaff], needsSignIn: true },
    fetches: {
      ...{ asks: 'departments.list', shows: /请哪些部门/ },
      answers: { 'departments.list': ok<'departments.list'>(departments) },
    },
    typed: { 什么事: '外墙瓷砖脱落', 要部门做什么: '请到场查看' },
    press: '吹哨',
  },
  board: {
    ...{ kind: 'detail', query: { org: '610303001002' }, asks: 'board.show', shows: /装路灯/ },
    answers: { 'board.show': ok<'board.show'>(publicBoard()) },
  },
  surveys: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'surveys.list', shows: /今年的实事/ },
    answers: { 'surveys.list': ok<'surveys.list'>(page(survey())) },
    empty: { answers: { 'surveys.list': ok<'surveys.list'>(none) }, words: /现在没有请你参加的测评/ },
  },
  survey: {
    ...{ kind: 'form', as: nobody, needsSignIn: true, query: { id: 's1', as: 'staff' } },
    fetches: {
      ...{ asks: 'surveys.show', shows: /今年的实事/ },
      answers: { 'surveys.show': ok<'surveys.show'>(survey({ allowedActions: ['help'], questions: [onlyWords] })) },
    },
    typed: { 居民的手机号: '13900001111', 居民的姓名: '刘秀英', '1. 还想说什么？': '路灯亮了' },
    press: '投票',
  },
  'survey-result': {
    ...{ kind: 'detail', query: { id: 's1' }, asks: 'surveys.result', shows: /测评结论/ },
    answers: { 'surveys.result': ok<'surveys.result'>(surveyResult()) },
  },
  'held-survey': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 's1' } },
    ...{ asks: 'surveys.show', shows: /参加人数/ },
    answers: { 'surveys.show': ok<'surveys.show'>(survey({ turnout: { ballots: 3, helped: 1 } })) },
  },
  'edit-survey': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 's1' } },
    fetches: {
      ...{ asks: 'surveys.show', shows: /第 1 题/ },
      answers: { 'surveys.show': ok<'surveys.show'>(survey({ phase: 'draft', allowedActions: ['update'] })) },
    },
    typed: { 测评名称: '修路的事' },
    press: '保存',
  },
  'sign-in': {
    kind: 'form',
    fetches: { asks: 'site.show', answers: { 'site.show': site }, shows: /用账号密码登录/ },
    typed: { 账号: 'li', 密码: 'long enough' },
    press: '登录',
  },
  notices: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'notices.list', shows: /社区已接单/ },
    answers: { 'notices.list': ok<'notices.list'>(page(notice)) },
    empty: { answers: { 'notices.list': ok<'notices.list'>(none) }, words: /还没有消息/ },
  },
  community: { kind: 'form', as: nobody, needsSignIn: true, typed: {}, press: '保存' },
  profile: { kind: 'form', as: nobody, needsSignIn: true, typed: { 怎么称呼你: '张阿姨' }, press: '保存称呼' },
  privacy: { kind: 'text', shows: /存/ },
  'stored-data': {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, asks: 'me.stored', shows: /登录过的地方|我的评价/ },
    answers: {
      'me.stored': ok<'me.stored'>({
        ...me(),
        orders: { own: 3, open: 1, forOthers: 2, ratings: 1, seconds: 0, withdrawable: 0, inWork: 1 },
        bookings: { own: 0, open: 0, tickets: 0, waiting: 0 },
        volunteering: { teams: 0, activities: 0, points: 0, redemptions: 0 },
        pictures: 0,
        notices: 0,
        surveys: 0,
        consents: [],
        sessions: [],
      }),
    },
  },
  password: {
    ...{ kind: 'form', as: nobody, needsSignIn: true },
    typed: { 现在的密码: 'old password', 新密码: 'new password 1', 再输一次新密码: 'new password 1' },
    press: '修改密码',
  },
  pledge: {
    ...{ kind: 'detail', query: { id: 'p1' }, asks: 'pledges.show', shows: /给老楼装扶手/ },
    answers: { 'pledges.show': ok<'pledges.show'>(pledge()) },
  },
  'pledge-list': {
    ...{ kind: 'detail', query: { id: 'pl1' }, asks: 'pledge-lists.show', shows: /给老楼装扶手/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(pledgeList()) },
  },
  'pledge-lists': {
    ...{ kind: 'list', query: { org: '610303' }, asks: 'pledge-lists.list', shows: /东关社区/ },
    answers: { 'pledge-lists.list': pledgeLists },
    empty: { answers: noPledgeLists, words: /还没有清单/ },
  },
  needs: {
    ...{ kind: 'list', query: { org: '610303001002' }, asks: 'needs.list', shows: /给老楼装扶手/ },
    answers: { 'needs.list': ok<'needs.list'>(page(need())) },
    empty: { answers: { 'needs.list': ok<'needs.list'>(none) }, words: /这里还没有需求/ },
  },
  'new-need': {
    ...{ kind: 'form', as: nobody, needsSignIn: true },
    typed: { 最想办什么: '给老楼装扶手', 说说情况: '楼梯滑' },
    press: '提交',
  },
  'pledge-vote': {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, query: { id: 'pl1' } },
    ...{ asks: 'pledge-lists.show', shows: /修补健身广场/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(votingList()) },
  },
  'pledge-desk': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'pledge-lists.list', shows: /给老楼装扶手/ },
    answers: { 'pledge-lists.list': pledgeLists },
    empty: { answers: noPledgeLists, words: /清单还没有开始/ },
  },
  'pledge-report': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('progress') }, shows: /给老楼装扶手/ },
    typed: { 这一步办到百分之几: '40', 办到哪一步了: '三号楼装好了' },
    press: '报进展',
  },
  'pledge-amend': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('amend') }, shows: /给老楼装扶手/ },
    typed: { 咨询电话: '0917-1111111', '为什么调整（公开）': '换了电话' },
    press: '公开调整',
  },
  'pledge-grade': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('grade') }, shows: /给老楼装扶手/ },
    typed: { '打多少分（0 到 100）': '90', 为什么给这个分: '按期办成' },
    press: '提交评单',
  },
  'pledge-answer': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'p1', objection: 'b1' } },
    ...{ asks: 'pledges.show', shows: /还没有装/ },
    answers: {
      'pledges.show': ok<'pledges.show'>(pledge({ allowedActions: ['resolve-objection'], objections: [objection()] })),
    },
  },
  'pledge-need-answer': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'n1' } },
    ...{ asks: 'needs.show', shows: /给老楼装扶手/ },
    answers: {
      'needs.show': ok<'needs.show'>(need({ allowedActions: ['answer'] })),
      'pledge-lists.list': pledgeLists,
    },
  },
  'pledge-publish': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'pl1' } },
    ...{ asks: 'pledge-lists.show', shows: /修补健身广场/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(votingList({ allowedActions: ['publish'] })) },
  },
  volunteering: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'activities.list', shows: /上门理发/ },
    answers: { ...own, 'activities.list': activities },
    empty: { answers: { ...own, ...noActivities }, words: /近期没有活动/ },
  },
  activity: {
    ...{ kind: 'detail', query: { id: 'a1' }, asks: 'activities.show', shows: /上门理发/ },
    answers: { 'activities.show': ok<'activities.show'>(activity()) },
  },
  market: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'rewards.list', shows: /一袋洗衣粉/ },
    answers: { ...own, 'rewards.list': ok<'rewards.list'>(page(reward())) },
    empty: { answers: { ...own, 'rewards.list': ok<'rewards.list'>(none) }, words: /集市还没有东西/ },
  },
  certificate: {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, asks: 'volunteers.me', shows: /参加志愿服务 2 次/ },
    answers: own,
  },
  'team-desk': {
    ...{ kind: 'list', as: [unitMember], needsSignIn: true, asks: 'activities.list', shows: /上门理发/ },
    answers: { 'activities.list': activities },
    empty: { answers: noActivities, words: /还没有发过活动/ },
  },
  'stall-desk': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'redemptions.list', shows: /一袋洗衣粉/ },
    answers: { 'redemptions.list': ok<'redemptions.list'>(page(redemption({ isOwn: false, code: null }))) },
    empty: { answers: { 'redemptions.list': ok<'redemptions.list'>(none) }, words: /没有人等着取/ },
  },
  halls: {
    ...{ kind: 'list', as: nobody, asks: 'halls.list', shows: /东关社区服务大厅/ },
    answers: { 'halls.list': ok<'halls.list'>(page(hallSummary())) },
    empty: { answers: { 'halls.list': ok<'halls.list'>(none) }, words: /没有找到大厅/ },
  },
  hall: {
    ...{ kind: 'detail', query: { id: 'h1' }, asks: 'halls.show', shows: /东关路 12 号/ },
    answers: { 'halls.show': ok<'halls.show'>(hall()) },
  },
  book: {
    ...{ kind: 'detail', as: nobody, query: { hall: 'h1', item: 'i1' }, asks: 'halls.show', shows: /社保卡办理/ },
    answers: { 'halls.show': ok<'halls.show'>(hall()), 'halls.slots': freeSlots },
  },
  bookings: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'bookings.list', shows: /社保卡办理/ },
    answers: { 'bookings.list': ok<'bookings.list'>(page(booking())) },
    empty: { answers: { 'bookings.list': ok<'bookings.list'>(none) }, words: /没有要去的预约/ },
  },
  booking: {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, query: { id: 'b1' }, asks: 'bookings.show', shows: /482913/ },
    answers: { 'bookings.show': ok<'bookings.show'>(booking()) },
  },
  ticket: {
    ...{
      kind: 'detail',
      as: nobody,
      needsSignIn: true,
      query: { id: 't1' },
      asks: 'tickets.show',
      shows: /前面还有 3 人/,
    },
    answers: { 'tickets.show': ok<'tickets.show'>(ticket()) },
  },
  counter: {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'tickets.list', shows: /现场取号/ },
    answers: { ...ownHall, 'tickets.list': ok<'tickets.list'>(page(ticket())) },
    empty: { answers: { 'tickets.list': ok<'tickets.list'>(none) }, words: /没有人在排队/ },
  },
  'hall-day': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'bookings.list', shows: /社保卡办理/ },
    answers: { ...ownHall, 'bookings.list': ok<'bookings.list'>(page(booking())) },
    empty: { answers: { 'bookings.list': ok<'bookings.list'>(none) }, words: /这一天还没有人约/ },
  },
  'kept-halls': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'halls.list', shows: /东关社区服务大厅/ },
    answers: { 'halls.list': ok<'halls.list'>(page(hallSummary({ org: staff.org }))) },
    empty: { answers: { 'halls.list': ok<'halls.list'>(none) }, words: /这里还没有大厅/ },
  },
  'edit-hall': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { hall: 'h1' } },
    fetches: {
      ...{ asks: 'halls.show', shows: /保存名片/ },
      answers: { 'halls.show': ok<'halls.show'>(hall({ org: staff.org, allowedActions: ['update', 'close'] })) },
    },
    typed: { 地址: '东关路 14 号' },
    press: '保存名片',
  },
  handled: {
    ...{ kind: 'list', as: nobody, query: { org: '610303' }, asks: 'halls.items', shows: /社保卡办理/ },
    answers: { 'halls.items': ok<'halls.items'>(page(handledItem)) },
    empty: { answers: { 'halls.items': ok<'halls.items'>(none) }, words: /没有找到这个事项/ },
  },
  'hall-schedule': {
    ...{ kind: 'form', as: [staff], needsSignIn: true },
    fetches: {
      ...{ asks: 'halls.schedule', shows: /每周办理时间/ },
      answers: {
        ...ownHall,
        'halls.schedule': ok<'halls.schedule'>(savedSchedule()),
        'service-items.list': ok<'service-items.list'>(none),
      },
    },
    typed: { 周六: '09:00–12:00' },
    press: '看看影响谁，再保存',
  },
  'hall-figures': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'halls.figures', shows: /东关社区服务大厅/ },
    answers: { 'halls.figures': ok<'halls.figures'>({ items: [figures] }) },
    empty: { answers: { 'halls.figures': ok<'halls.figures'>({ items: [] }) }, words: /这里还没有大厅/ },
  },
  waiting: {
    ...{ kind: 'detail', query: { hall: 'h1' }, asks: 'halls.board', shows: /3071/ },
    answers: { 'halls.board': ok<'halls.board'>(board) },
  },
}
