import type { Membership } from '@xinban/shared/contracts'
import { noTasks, ok, place, staff } from '../api-double'
import { defaultSettings } from '../booking-double'
import { calendarYear, limitSettings, limitVersions } from '../calendar-double'
import { docket, ruleSettings, scoreTable } from '../score-double'
import { editable, editor, managed, offerable } from '../catalogue-double'
import { none, page, orders, noOrders, at, noOrgs, streetMember, shown } from './fixtures'
import type { SomeNeeds } from './page-need'

const auditor: Membership = { id: 'm9', role: 'auditor', org: editor.org }
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
const flag = {
  ...{ id: 'f1', at, pattern: 'several_owners' as const, stars: 5, look: null, community: editor.org },
  ...{ order: { id: 'o1', no: '261122000001' }, others: [{ id: 'o2', no: '261122000002' }] },
  allowedActions: ['look-at' as const],
}
const ledgerRow = { id: 'l1', orderId: 'o1', cells: { no: '261122000001', title: '楼道灯不亮' } }
const ledgerExport = {
  ...{ id: 'e1', ledger: 'orders' as const, format: 'xlsx' as const, at, scope: editor.org },
  by: { name: '王**', role: 'auditor' as const, org: editor.org },
  filters: { from: '2026-10-24', to: '2026-11-22', org: editor.org.code, state: null, kind: null },
  ...{ downloads: 1, rows: 120, isComplete: true, finishedAt: at },
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

export const staffNeeds = {
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
} satisfies SomeNeeds
