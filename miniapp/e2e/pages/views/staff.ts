import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import type { Who } from '../demo'
import { item, type PageView, type SomeViews } from './page-view'

const act = (action: OrderAction, status: OrderStatus, by: Who, shows: string | RegExp): PageView => ({
  name: action,
  by,
  query: (demo) => ({ id: demo.order(status), action }),
  shows,
})
const actOn = (action: OrderAction, title: string, by: Who, shows: string | RegExp): PageView => ({
  name: action,
  by,
  query: (demo) => ({ id: demo.titled(title), action }),
  shows,
})

export const staffViews = {
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
  calendar: [{ name: 'district', by: 'district', shows: '10 月' }],
} satisfies SomeViews
