import type { OrderCounts } from '@xinban/shared/contracts'
import { closedStatuses, openStatuses, type OrderStatus, type Role } from '@xinban/shared/domain'

export interface QueueTab {
  key: string
  word: string
  statuses: readonly OrderStatus[]
  /** How the list goes unless someone chooses otherwise: what somebody has to do begins with what is urgent. */
  sort: 'urgent' | 'newest'
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

type Tabs = readonly [QueueTab, ...QueueTab[]]

const tabsByRole: Record<Role, Tabs> = {
  community_staff: [waiting, working, rework, declining, toRate, toGrade, onWall, open, closed],
  grid_worker: [working, rework, toRate, closed],
  unit_staff: [working, rework, toRate, closed],
  street_staff: [declining, toGrade, toRate, rework, waiting, working, onWall, open, closed],
  district_admin: [declining, toGrade, toRate, rework, waiting, working, onWall, open, closed],
  auditor: [open, closed],
}

/** The views of a workbench, what waits for this role first. */
export const queueTabsOf = (role: Role): Tabs => tabsByRole[role]

type CountsByStatus = OrderCounts['counts']
type Counts = OrderCounts | undefined

/** Sum of a view, or undefined where the server does not count (closed ones). */
export function countOf(tab: QueueTab, counts: CountsByStatus | undefined): number | undefined {
  if (!counts || tab === closed) return undefined
  return tab.statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0)
}

/** How many of a view wait for this member: of those to be graded only what they may grade. */
export const waitingIn = (tab: QueueTab, counts: Counts): number | undefined =>
  (tab === toGrade ? counts?.mayGrade : undefined) ?? countOf(tab, counts?.counts)

/** How many of a view are urgent. */
export const urgentIn = (tab: QueueTab, counts: Counts): number | undefined => countOf(tab, counts?.urgent)

/** Why a view to be graded lists more than waits for this member; undefined where it does not. */
export function tellNotMine(tab: QueueTab, counts: Counts, role: Role): string | undefined {
  const others = (countOf(tab, counts?.counts) ?? 0) - (waitingIn(tab, counts) ?? 0)
  if (others <= 0) return undefined
  return role === 'district_admin' ? `另有 ${others} 件由街道来评` : `另有 ${others} 件你经过手，由同事来评`
}
