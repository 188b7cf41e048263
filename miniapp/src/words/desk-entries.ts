import {
  keepsMembers,
  purposesOf,
  readsLedgerExports,
  readsLedgers,
  readsMemberChanges,
  type Role,
} from '@xinban/shared/domain'
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

/** The server lets nobody else say who lives in a community. */
export const confirmsResidents = (role: Role): boolean => role === 'community_staff'

export const servesHalls = (role: Role): boolean =>
  role === 'community_staff' || role === 'street_staff' || role === 'district_admin'
export const seesHallFigures = (role: Role): boolean => servesHalls(role) || role === 'auditor'
export const seesWhistles = (role: Role): boolean =>
  role === 'street_staff' || role === 'unit_staff' || role === 'district_admin' || role === 'auditor'
/** Whistles about an order are theirs to know of; the server decides who blows one. */
export const callsDepartments = (role: Role): boolean =>
  role === 'street_staff' || role === 'district_admin' || role === 'auditor'
export const holdsSurveys = (role: Role): boolean =>
  role === 'community_staff' || role === 'street_staff' || role === 'district_admin'

const approvesWishes = (role: Role): boolean => role === 'street_staff' || role === 'district_admin'
const keepsTemplates = (role: Role): boolean => purposesOf(role).length > 0

export const keepsStall = (role: Role): boolean =>
  role === 'community_staff' || role === 'street_staff' || role === 'district_admin'
const leadsTeam = (role: Role): boolean => role === 'unit_staff' || runsTeams(role)
/** They stand in for the teams of their territory, and correct hours where they are above them. */
export const runsTeams = (role: Role): boolean => keepsStall(role)

/** Pages beside the queue that are meant for a role. */
export function deskEntriesOf(role: Role): DeskEntry[] {
  return [
    ...(seesWhistles(role)
      ? [{ page: 'whistles', label: '吹哨报到', detail: '街道吹哨，部门到场一起办' } as const]
      : []),
    ...(seesScores(role)
      ? [{ page: 'rankings', label: '得分排名', detail: '响应、解决、满意，按月、季度、年' } as const]
      : []),
    ...(seesExclusions(role)
      ? [{ page: 'exclusions', label: '剔除申请', detail: '不该算进得分的单，两个人定' } as const]
      : []),
    ...(role === 'unit_staff'
      ? ([
          { page: 'unit-bench', label: '心愿认领', detail: '可认领、在手和办好的心愿' },
          { page: 'tasks', label: '部门任务', detail: '部门缺人手的事，请单位和志愿队来领' },
        ] as const)
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
          { page: 'booking-defaults', label: '预约的规矩', detail: '提前多久、签到和爽约怎么算，全区大厅照着来' },
          { page: 'score-rules', label: '评分规则', detail: '各占多少、几星算满意、什么时候定稿' },
          { page: 'departments', label: '部门名单', detail: '街道能吹哨请谁，每个部门由谁联系' },
          { page: 'calendar', label: '工作日', detail: '节假日、补班，停办和改时间' },
        ] as const)
      : []),
    ...(switchesOwnOffers(role)
      ? [{ page: 'own-offers', label: '提供哪些服务', detail: '居民在这里能点到什么' } as const]
      : []),
    ...(servesHalls(role)
      ? ([
          { page: 'counter', label: '大厅窗口', detail: '叫号、签到、现场取号' },
          { page: 'hall-day', label: '大厅的一天', detail: '今天和哪一天有谁来' },
          { page: 'kept-halls', label: '大厅名片', detail: '建大厅，改地址、电话、窗口、照片，停用' },
          { page: 'hall-schedule', label: '大厅排班', detail: '办理时间、窗口、每次几个人' },
        ] as const)
      : []),
    ...(seesHallFigures(role)
      ? [{ page: 'hall-figures', label: '大厅运行', detail: '约了多少、等了多久、几个没来' } as const]
      : []),
    ...(keepsMembers(role) || role === 'auditor'
      ? [{ page: 'members', label: '人员', detail: '谁在哪里工作，添加联系人，结束身份' } as const]
      : []),
    ...(confirmsResidents(role)
      ? [{ page: 'residents', label: '核实居民', detail: '当面核对过的居民，才能票决、测评' } as const]
      : []),
    ...(keepsPlaces(role) ? [{ page: 'places', label: '地点', detail: '居民点单时可以选的小区、路段' } as const] : []),
    ...(keepsTemplates(role)
      ? [{ page: 'templates', label: '常用回复', detail: '办单、评单时点一下就写好' } as const]
      : []),
    ...(holdsSurveys(role)
      ? [{ page: 'surveys', label: '满意度测评', detail: '请居民打分，不记名，结束后公布结果' } as const]
      : []),
    ...(readsLedgers(role)
      ? [{ page: 'ledgers', label: '台账', detail: '订单、超期、差评、剔除、哨单，可以导出' } as const]
      : []),
    ...(readsLedgerExports(role)
      ? [{ page: 'ledger-exports', label: '导出记录', detail: '谁导出了哪本台账，取走多少行' } as const]
      : []),
    ...(readsMemberChanges(role)
      ? [{ page: 'member-changes', label: '人员变动', detail: '谁给了谁什么角色，结束了谁的身份' } as const]
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
    ...(leadsTeam(role)
      ? [{ page: 'team-desk', label: '志愿队工作台', detail: '发活动、收队员、确认时长' } as const]
      : []),
    ...(keepsStall(role) ? [{ page: 'stall-desk', label: '集市工作台', detail: '上架、按取货码交付' } as const] : []),
  ]
}
