import { closedStatuses, openStatuses, type OrderStatus, type Role } from '@xinban/shared/domain'

export interface QueueTab {
  key: string
  word: string
  statuses: readonly OrderStatus[]
}

const waiting: QueueTab = { key: 'waiting', word: '待接', statuses: ['submitted'] }
const working: QueueTab = { key: 'working', word: '在办', statuses: ['accepted', 'in_progress'] }
const rework: QueueTab = { key: 'rework', word: '返工', statuses: ['rework'] }
const declining: QueueTab = { key: 'declining', word: '退单待审', statuses: ['declining'] }
const toRate: QueueTab = { key: 'fulfilled', word: '待评价', statuses: ['fulfilled'] }
const toGrade: QueueTab = { key: 'rated', word: '待评单', statuses: ['rated'] }
const open: QueueTab = { key: 'open', word: '全部未结', statuses: openStatuses }
const closed: QueueTab = { key: 'closed', word: '已结束', statuses: closedStatuses }

type Tabs = readonly [QueueTab, ...QueueTab[]]

const tabsByRole: Record<Role, Tabs> = {
  community_staff: [waiting, working, rework, declining, toRate, toGrade, open, closed],
  grid_worker: [working, rework, toRate, closed],
  unit_staff: [working, rework, toRate, closed],
  street_staff: [declining, toGrade, toRate, rework, waiting, working, open, closed],
  district_admin: [declining, toGrade, toRate, rework, waiting, working, open, closed],
  auditor: [open, closed],
}

/** The views of a workbench, what waits for this role first. */
export const queueTabsOf = (role: Role): Tabs => tabsByRole[role]

/** Sum of a view, or undefined where the server does not count (closed ones). */
export function countOf(tab: QueueTab, counts: Partial<Record<OrderStatus, number>> | undefined): number | undefined {
  if (!counts || tab === closed) return undefined
  return tab.statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}
