import type { Order, OrderCounts } from '@xinban/shared/contracts'
import {
  closedStatuses,
  isClockTask,
  openStatuses,
  orderStatuses,
  type OrderStatus,
  type OrderTask,
  type Role,
} from '@xinban/shared/domain'

export interface QueueTab {
  key: string
  word: string
  statuses: readonly OrderStatus[]
  /** How the list goes unless someone chooses otherwise: what somebody has to do begins with what is urgent. */
  sort: 'urgent' | 'newest' | 'due'
  /** Narrowed to what waits for the org of the queue in this respect, whatever the status is. */
  task?: OrderTask
}

const byUrgency = { sort: 'urgent' } as const
const byTime = { sort: 'newest' } as const
const waiting: QueueTab = { key: 'waiting', word: '待接', statuses: ['submitted'], ...byUrgency }
const working: QueueTab = { key: 'working', word: '在办', statuses: ['accepted', 'in_progress'], ...byUrgency }
const rework: QueueTab = { key: 'rework', word: '返工', statuses: ['rework'], ...byUrgency }
const declining: QueueTab = { key: 'declining', word: '退单待审', statuses: ['declining'], ...byUrgency }
const toRate: QueueTab = { key: 'fulfilled', word: '待评价', statuses: ['fulfilled'], ...byTime }
const toGrade: QueueTab = { key: 'rated', word: '待评单', statuses: ['rated'], ...byTime }
const onWall: QueueTab = { key: 'listed', word: '心愿墙', statuses: ['listed'], ...byTime }
const open: QueueTab = { key: 'open', word: '全部未结', statuses: openStatuses, ...byUrgency }
const closed: QueueTab = { key: 'closed', word: '已结束', statuses: closedStatuses, ...byTime }

const taskTab = (task: OrderTask, word: string): QueueTab => ({
  ...{ key: task, word, statuses: orderStatuses, sort: 'due', task },
})
const overdue = taskTab('overdue', '已超期')
const warned = taskTab('warned', '将超期')
const callback = taskTab('callback', '待回访')
const rectify = taskTab('rectify', '待整改')
const extension = taskTab('extension', '待审延期')
const dispute = taskTab('dispute', '待审异议')
const escalation = taskTab('escalation', '已提级')
const time = [overdue, warned] as const

export type QueueTabs = readonly [QueueTab, ...QueueTab[]]

const tabsByRole: Record<Role, QueueTabs> = {
  community_staff: [waiting, working, ...time, rectify, rework, declining, toRate, toGrade, onWall, open, closed],
  grid_worker: [working, ...time, rectify, rework, toRate, closed],
  unit_staff: [working, ...time, rectify, rework, toRate, closed],
  street_staff: [
    declining,
    ...[toGrade, ...time, callback, extension, dispute],
    ...[toRate, rework, waiting, working, onWall, open, closed],
  ],
  district_admin: [
    declining,
    ...[toGrade, ...time, escalation],
    ...[toRate, rework, waiting, working, onWall, open, closed],
  ],
  auditor: [open, closed],
}

/** The views of a workbench, what waits for this role first. */
export const queueTabsOf = (role: Role): QueueTabs => tabsByRole[role]

type CountsByStatus = OrderCounts['counts']
type Counts = OrderCounts | undefined

/** Views with something to do in them: those of a task are left out while it is nowhere, unless one is shown. */
export const tabsInUse = (tabs: QueueTabs, counts: Counts, shown: QueueTab): QueueTabs => {
  const [first, ...rest] = tabs
  return [first, ...rest.filter((tab) => tab.task === undefined || tab.key === shown.key || waitingIn(tab, counts))]
}

/** Sum of a view by status, or undefined where that is not how it is counted (closed ones, tasks). */
export function countOf(tab: QueueTab, counts: CountsByStatus | undefined): number | undefined {
  if (!counts || tab === closed || tab.task) return undefined
  return tab.statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}

/** How many of a view wait for this member: of those to be graded only what they may grade. */
export function waitingIn(tab: QueueTab, counts: Counts): number | undefined {
  if (tab.task) return counts && (isClockTask(tab.task) ? counts.tasks[tab.task] : counts[tab.task])
  return (tab === toGrade ? counts?.mayGrade : undefined) ?? countOf(tab, counts?.counts)
}

/** How many of a view are urgent. */
export const urgentIn = (tab: QueueTab, counts: Counts): number | undefined => countOf(tab, counts?.urgent)

/** Why a view to be graded lists more than waits for this member; undefined where it does not. */
export function tellNotMine(tab: QueueTab, counts: Counts, role: Role): string | undefined {
  const others = (countOf(tab, counts?.counts) ?? 0) - (waitingIn(tab, counts) ?? 0)
  if (others <= 0) return undefined
  return role === 'district_admin'
    ? `另有 ${others} 件还轮不到区里评：由街道来评，差评和异议先要了结`
    : `另有 ${others} 件现在还轮不到你评：你经过手的由同事来评，差评和异议先要了结`
}

/** Whether an order, as an action left it, still belongs to a view. */
export function isStillIn({ task, statuses }: QueueTab, order: Order, now: Date): boolean {
  const { badReview, isDisputed, isEscalated, due, status } = order
  const isPast = (at: string | undefined) => at !== undefined && now.getTime() > Date.parse(at)
  switch (task) {
    case undefined:
      return statuses.includes(status)
    case 'callback':
      return badReview?.needsCallback === true
    case 'rectify':
      return badReview?.needsRectifying === true
    case 'extension':
      return order.allowedActions.includes('resolve-extension')
    case 'dispute':
      return isDisputed
    case 'escalation':
      return isEscalated
    case 'overdue':
      return isPast(due?.dueAt)
    case 'warned':
      return isPast(due?.warnAt) && !isPast(due?.dueAt)
  }
}
