import type { Membership, Unit } from '@xinban/shared/contracts'
import { ok, order, staff, summary } from '../api-double'
import { activity, redemption, reward, volunteering } from '../volunteer-double'
import { departments, streetStaff, whistle, whistleSummary } from '../whistle-double'
import { editor } from '../catalogue-double'
import { nobody, none, page, noOrders, at, noOrgs, streetMember, site } from './fixtures'
import type { SomeNeeds } from './page-need'

const wished = summary({
  ...{ kind: 'wish' as const, status: 'listed' as const, title: '想要一副老花镜', isOwn: false, requesterName: null },
  wish: { title: '想要一副老花镜', category: 'goods', state: 'open', days: 3, isPriority: false },
})
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
const activities = ok<'activities.list'>(page(activity()))
const noActivities = { 'activities.list': ok<'activities.list'>(none) }
const own = { 'volunteers.me': ok<'volunteers.me'>(volunteering()), 'site.show': site }

export const wishesNeeds = {
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
} satisfies SomeNeeds
