import { kindWords, statusWords, clockKindWords } from '../orders/order-words'
import { exclusionReasonWords, exclusionStateWords } from '../scores/exclusions/exclusion-words'
import type { Role } from '../identity/roles'
import { whistleKindWords, whistleStatusWords } from '../whistles/whistle-words'

export const ledgerNames = ['orders', 'overdue', 'bad-reviews', 'exclusions', 'whistles'] as const
export type LedgerName = (typeof ledgerNames)[number]
export const ledgerFormats = ['xlsx', 'csv'] as const
export type LedgerFormat = (typeof ledgerFormats)[number]

/** How a cell is typed in a sheet; an `instant` is a date with its time of day in China. */
export type LedgerCellType = 'text' | 'number' | 'instant'
export interface LedgerColumn {
  readonly key: string
  readonly heading: string
  readonly type: LedgerCellType
}
type Words = Readonly<Record<string, string>>

/** One ledger (台账) as screens and sheets show it. */
export interface LedgerDescription {
  readonly word: string
  /** What its period goes by. */
  readonly dateWord: string
  readonly kindWord: string
  readonly kinds: Words
  readonly states: Words
  /** The first one names the row. */
  readonly columns: readonly LedgerColumn[]
}

const text = (key: string, heading: string): LedgerColumn => ({ key, heading, type: 'text' })
const number = (key: string, heading: string): LedgerColumn => ({ key, heading, type: 'number' })
const instant = (key: string, heading: string): LedgerColumn => ({ key, heading, type: 'instant' })
const order = [text('no', '单号'), text('title', '标题')] as const
const where = [text('community', '社区'), text('street', '街道（镇）')] as const

export const overdueStateWords = { running: '还没完成', ended: '已经完成' } as const
export const reviewStateWords = {
  needs_callback: '待回访',
  needs_rectifying: '待整改',
  rectified: '待追评',
  followed_up: '已追评',
} as const

/**
 * The ledgers. Masked by what they leave out: no content, no place, no phone, no person but as 王** (personal
 * information only as far as the purpose needs it, PIPL article 6).
 */
export const ledgers: Readonly<Record<LedgerName, LedgerDescription>> = {
  orders: {
    ...{ word: '订单台账', dateWord: '提交日期', kindWord: '类别', kinds: kindWords, states: statusWords },
    columns: [
      ...order,
      ...[text('kind', '类别'), text('status', '状态'), text('urgency', '紧急程度')],
      ...where,
      ...[text('requester', '点单人'), instant('placedAt', '提交时间'), instant('fulfilledAt', '办结时间')],
      ...[number('stars', '星级'), number('followUpStars', '追评星级'), number('grade', '评单得分')],
      ...[number('reworks', '返工次数'), number('urges', '催单次数')],
    ],
  },
  overdue: {
    ...{ word: '超期台账', dateWord: '记录日期', kindWord: '环节', kinds: clockKindWords, states: overdueStateWords },
    columns: [
      ...order,
      ...[text('kind', '环节'), text('holder', '承办单位'), instant('dueAt', '到期时间')],
      ...[instant('overdueAt', '记录时间'), instant('endedAt', '完成时间'), number('hours', '超期时长（小时）')],
      ...[text('state', '状态'), text('chargedTo', '责任单位')],
      ...where,
    ],
  },
  'bad-reviews': {
    ...{ word: '差评台账', dateWord: '评价日期', kindWord: '类别', kinds: kindWords, states: reviewStateWords },
    columns: [
      ...order,
      ...where,
      ...[instant('ratedAt', '评价时间'), number('stars', '首次星级'), text('reasons', '评价理由')],
      ...[text('source', '评价方式'), text('state', '状态')],
      ...[instant('calledBackAt', '回访时间'), text('callbackInTime', '回访是否按时')],
      ...[instant('rectifiedAt', '整改时间'), text('rectifyInTime', '整改是否按时')],
      ...[number('followUpStars', '追评星级'), instant('followedUpAt', '追评时间')],
    ],
  },
  exclusions: {
    ...{ word: '剔除台账', dateWord: '提出日期', kindWord: '原因', kinds: exclusionReasonWords },
    states: exclusionStateWords,
    columns: [
      ...order,
      ...[text('reason', '剔除原因'), text('parts', '剔除范围'), text('state', '状态')],
      ...[text('proposedBy', '提出人'), instant('proposedAt', '提出时间')],
      ...[text('decidedBy', '审批人'), instant('decidedAt', '审批时间'), number('publicCount', '公开剔除项数')],
      ...where,
    ],
  },
  whistles: {
    ...{
      word: '哨单台账',
      dateWord: '吹哨日期',
      kindWord: '类别',
      kinds: whistleKindWords,
      states: whistleStatusWords,
    },
    columns: [
      ...[text('no', '哨号'), text('title', '标题'), text('kind', '类别'), text('status', '状态')],
      ...[text('street', '街道（镇）'), text('lead', '牵头部门'), text('departments', '被吹哨的部门')],
      ...[number('called', '部门数'), instant('blownAt', '吹哨时间'), number('signed', '按时签收')],
      ...[number('contacted', '按时联系'), number('attended', '按时到场'), text('late', '超期')],
      ...[instant('closedAt', '销哨时间'), text('sentBack', '是否退回过'), number('stars', '街道评分')],
    ],
  },
}

/** Longest period of one ledger, in days, both ends counted: a leap year. */
export const maxLedgerDays = 366
/** The period that is shown when none is asked for. */
export const usualLedgerDays = 30

/** Who may read ledgers, each of their own territory. */
export const ledgerRoles: readonly Role[] = ['community_staff', 'street_staff', 'district_admin', 'auditor']
export const readsLedgers = (role: Role): boolean => ledgerRoles.includes(role)
/** Who may see what was exported, of the whole district. */
export const readsLedgerExports = (role: Role): boolean => role === 'auditor' || role === 'district_admin'
