import type { ClockKind } from '../orders/order-clocks'
import { clockKindWords } from '../orders/order-words'
import { sayTime } from '../time/china-time'
import { bookingNoticeWords, isBookingNotice, type BookingNoticeKind } from './booking-notices'
import { activityNoticeWords, isActivityNotice, type ActivityNoticeKind } from '../volunteers/activity-notices'
import { whistleStepWords } from '../whistles/whistle-words'
import type { NoticeData, NoticeKind } from './notice-rules'
import { pledgeNoticeKinds, pledgeNoticeWords, type PledgeNoticeKind } from './pledge-notices'

/** What the words of a notice are made of. */
export interface NoticeFacts {
  readonly kind: NoticeKind
  readonly data: NoticeData
  /** Name of the org that acted, or of the one it went to, as far as they are known. */
  readonly by?: string | undefined
  readonly to?: string | undefined
  /** What somebody wrote for those who are told, as far as the reader may see it now. */
  readonly note?: string | undefined
  readonly now: Date
}

type Sentence = (facts: Required<Pick<NoticeFacts, 'by'>> & Omit<NoticeFacts, 'by'>) => string

function untilWhen({ data: { dueAt }, now }: Pick<NoticeFacts, 'data' | 'now'>): string {
  if (dueAt === undefined) return '接下来会安排办理'
  const time = sayTime(new Date(dueAt), now)
  return `会在${/^\d/.test(time) ? ' ' : ''}${time} 前办好`
}

const clockName = (clock: ClockKind = 'fulfil'): string => clockKindWords[clock]

const isOfPledges = (kind: NoticeKind): kind is PledgeNoticeKind =>
  (pledgeNoticeKinds as readonly NoticeKind[]).includes(kind)

const sentences: Record<Exclude<NoticeKind, PledgeNoticeKind | BookingNoticeKind | ActivityNoticeKind>, Sentence> = {
  'order.urgent': () => '有人点了一个急单，请先看看',
  'order.placed-for-you': () => '有人替你点了这个单，办到哪一步都会告诉你',
  'order.accepted': (facts) => `${facts.by}已接单，${untilWhen(facts)}`,
  'order.declined': ({ by }) => `${by}看过，这件事社区办不了。点开看原因，也可以打社区电话问问`,
  'order.redirected': ({ to }) => `已转到${to ?? '别的社区'}，等那边接单`,
  'order.decline-overruled': ({ by }) => `${by}没有同意退单，请继续办理`,
  'order.dispatched': ({ to }) => `已交给${to ?? '承办人'}去办`,
  'order.assigned': ({ by }) => `${by}派给你一个单，请尽快看看`,
  'order.progressed': ({ by }) => `${by}记了新进展，点开看看办到哪一步`,
  'order.fulfilled': ({ by }) => `${by}说已经办好了。满意吗？点开说一声`,
  'order.rated-low': ({ data: { stars } }) => `居民只给了 ${stars ?? 1} 星，请过问一下`,
  'order.graded': ({ by }) => `${by}看过这件事办得怎么样，已经有了结果`,
  'order.reworking': ({ by }) => `${by}看过后请他们再办一次，办好了会再告诉你`,
  'order.rework': ({ by }) => `${by}请你们再办一次，点开看要求`,
  'order.approved': () => '已同意公开，邻居们能看到标题，也可以附议',
  'order.seconded': ({ data: { count = 1 } }) => `又有 ${count} 位邻居附议，说也需要这件事`,
  'order.merged': () => '和别的单说的是同一件事，已并在一起办',
  'order.urged': ({ data: { count = 1 } }) => `居民今天催了 ${count} 次，请先看看`,
  'order.extended': ({ by }) => `事情要多花些时间，${by}同意晚几天办好，新的日期点开看`,
  'order.extension-requested': ({ by }) => `${by}申请延期，请在到期前定下来`,
  'order.extension-granted': ({ by }) => `${by}同意延期，新的期限点开看`,
  'order.extension-refused': ({ by }) => `${by}没有同意延期，请按原来的期限办好`,
  'order.disputed': () => '居民说还没有办好，请核实后答复',
  'order.dispute-upheld': ({ by }) => `${by}核实后，已经请他们重新办，办好了会再告诉你`,
  'order.dispute-rejected': ({ by }) => `${by}核实过了，点开看说明。还有问题可以再点一个单`,
  'order.rectified': ({ by }) => `${by}说已经改好了，请你再评一次`,
  'order.escalated': () => '来回几次没有定下来，等区里决定由谁来办',
  'order.assigned-by-district': () => '区里指定由你们办理，请尽快接着办',
  'order.ended-by-district': () => '区里看过，这件事确实办不了。点开看原因',
  'order.listed': () => '已经上了心愿墙，等单位和志愿队来认领',
  'order.unlisted': ({ by }) => `${by}看过，由社区来办，不上心愿墙`,
  'order.claimed': ({ by }) => `${by}认领了这个心愿，会先联系你`,
  'order.back-on-wall': () => '这次没有办成，已经优先放回心愿墙，等别的单位来认领',
  'order.unit-invited': ({ by }) => `${by}邀请你们一起圆一个心愿，愿意的话点开答应`,
  'order.unit-joined': ({ by }) => `${by}答应一起办`,
  'clock.contact-soon': () => '领到的心愿还没有记首次联系，到期会退回心愿墙，请先打个电话',
  'clock.untaken': () => '这个心愿很久没有单位认领，请街道想想办法',
  'clock.warned': ({ data: { clock } }) => `${clockName(clock)}快到期了，请先办这个单`,
  'clock.overdue': ({ data: { clock } }) => `${clockName(clock)}已经超期，请马上办，并在进展里说明原因`,
  'clock.promise-missed': () => '没有在说好的时间前办好，很抱歉。可以催一催，也可以给社区打电话',
  'order.unmerged': () => '不再和别的单并在一起，会单独办理',
  'whistle.blown': ({ by }) => `${by}吹哨，请尽快签收，再联系和到场，期限点开看`,
  'whistle.refused': ({ by }) => `${by}认为这个哨不成立，请看过理由后决定`,
  'whistle.excused': ({ to }) => `区里同意${to ?? '部门'}退哨，不用报到`,
  'whistle.refusal-overruled': ({ to }) => `区里没有同意${to ?? '部门'}退哨，请继续报到`,
  'whistle.attended': ({ by }) => `${by}已到场报到`,
  'whistle.progressed': ({ data: { count = 1 } }) => `今天有 ${count} 条新进展，点开看看`,
  'whistle.finished': ({ by }) => `${by}说已经处置好了，请核实后销哨`,
  'whistle.sent-back': ({ by }) => `${by}核实后请你们再办，点开看要求`,
  'whistle.closed': ({ by }) => `${by}已销哨，请给这次吹哨评一评`,
  'whistle.withdrawn': ({ by }) => `${by}撤回了这个哨，不用再去`,
  'whistle.graded': ({ by }) => `${by}评了你们这次处置，点开看看`,
  'whistle.street-graded': ({ by }) => `${by}评了这次吹哨，点开看看`,
  'whistle.warned': ({ to, data: { step = 'sign' } }) => `${to ?? '部门'}的${whistleStepWords[step]}快到期了，请抓紧`,
  'whistle.overdue': ({ to, data: { step = 'sign' } }) =>
    `${to ?? '部门'}的${whistleStepWords[step]}已经超期，请马上办`,
}

/** One plain and warm sentence for whoever is told. */
export function noticeWords(facts: NoticeFacts): string {
  const { kind, data, now } = facts
  if (isOfPledges(kind)) return pledgeNoticeWords[kind]
  if (isBookingNotice(kind)) return bookingNoticeWords(kind, { ...data, now })
  if (isActivityNotice(kind))
    return activityNoticeWords(kind, { ...data, by: facts.by ?? '队伍', note: facts.note, now })
  return sentences[kind]({ ...facts, by: facts.by ?? '社区' })
}
