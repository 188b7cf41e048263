import { purposesOf, readsLedgers, type Role } from '@xinban/shared/domain'
import type { PageName } from '@/platform/pages'
import { readsContactViews } from './contact-views'
import { keepsPlaces } from './places'

export interface DeskEntry {
  readonly page: PageName
  readonly label: string
  readonly detail: string
}

/** To whom the pages are offered; the server decides who may read and change them. */
export const setsRules = (role: Role): boolean => role === 'district_admin'
export const editsItems = (role: Role): boolean => role === 'district_admin'
const mendsMessages = (role: Role): boolean => role === 'district_admin'
export const switchesOwnOffers = (role: Role): boolean => role === 'street_staff' || role === 'community_staff'

/** The server lets everyone with a role in the district see scores; these are the roles whose work they are about. */
export const seesScores = (role: Role): boolean => role !== 'grid_worker' && role !== 'unit_staff'
export const seesExclusions = (role: Role): boolean =>
  role === 'street_staff' || role === 'district_admin' || role === 'auditor'

const approvesWishes = (role: Role): boolean => role === 'street_staff' || role === 'district_admin'
const keepsTemplates = (role: Role): boolean => purposesOf(role).length > 0

/** Pages beside the queue that are meant for a role. */
export function deskEntriesOf(role: Role): DeskEntry[] {
  return [
    ...(seesScores(role)
      ? [{ page: 'rankings', label: '得分排名', detail: '响应、解决、满意，按月、季度、年' } as const]
      : []),
    ...(seesExclusions(role)
      ? [{ page: 'exclusions', label: '剔除申请', detail: '不该算进得分的单，两个人定' } as const]
      : []),
    ...(role === 'unit_staff'
      ? [{ page: 'unit-bench', label: '心愿认领', detail: '可认领、在手和办好的心愿' } as const]
      : []),
    ...(approvesWishes(role)
      ? ([
          { page: 'wish-desk', label: '审单', detail: '心愿上墙前看一遍，久无人领的想办法' },
          { page: 'units', label: '单位和志愿队', detail: '登记谁能认领、能做什么、服务哪里' },
        ] as const)
      : []),
    ...(editsItems(role) ? [{ page: 'items', label: '服务事项', detail: '编写、发布、停办，由谁提供' } as const] : []),
    ...(setsRules(role)
      ? ([
          { page: 'limits', label: '办理时限', detail: '接单、办结、评单各要多久，什么时候预警' },
          { page: 'score-rules', label: '评分规则', detail: '各占多少、几星算满意、什么时候定稿' },
          { page: 'calendar', label: '工作日', detail: '节假日、补班，停办和改时间' },
        ] as const)
      : []),
    ...(switchesOwnOffers(role)
      ? [{ page: 'own-offers', label: '提供哪些服务', detail: '居民在这里能点到什么' } as const]
      : []),
    ...(keepsPlaces(role) ? [{ page: 'places', label: '地点', detail: '居民点单时可以选的小区、路段' } as const] : []),
    ...(keepsTemplates(role)
      ? [{ page: 'templates', label: '常用回复', detail: '办单、评单时点一下就写好' } as const]
      : []),
    ...(readsLedgers(role)
      ? [{ page: 'ledgers', label: '台账', detail: '订单、超期、差评、剔除，可以导出' } as const]
      : []),
    ...(readsContactViews(role)
      ? [{ page: 'contact-views', label: '查看记录', detail: '谁看过居民的联系方式' } as const]
      : []),
    ...(readsContactViews(role)
      ? [{ page: 'rating-flags', label: '评价提示', detail: '像刷出来的评价，看过记一笔' } as const]
      : []),
    ...(mendsMessages(role)
      ? [{ page: 'dead-letters', label: '没发出去的消息', detail: '试了多次都没成的，可以再发一次' } as const]
      : []),
  ]
}
