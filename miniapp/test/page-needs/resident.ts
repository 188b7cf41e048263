import { me, ok, order, summary } from '../api-double'
import { published } from '../catalogue-double'
import { nobody, none, page, orders, noOrders, at, item, site, shown, pledgeLists, noPledgeLists } from './fixtures'
import type { SomeNeeds } from './page-need'

const notice = {
  ...{ id: 'n1', kind: 'order.accepted' as const, words: '东关社区已接单', at, isRead: false },
  subject: { type: 'order' as const, id: 'o1', title: '楼道灯不亮' },
}
const home = (mine: ReturnType<typeof page<ReturnType<typeof summary>>> | typeof none) =>
  ok<'home.show'>({ name: null, mine, neighbours: [], counts: null, unread: 0, tenThings: null })

export const residentNeeds = {
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
} satisfies SomeNeeds
