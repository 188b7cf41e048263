import type { Order, OrderSummary } from '@xinban/shared/contracts'
import { sayTime, type OrderStatus } from '@xinban/shared/domain'
import type { Audience } from './event-story'
import { statusWord } from './status-words'
import { tellTroubleToOwner, tellTroubleToStaff, type OrderStory } from './trouble-story'

type Told = Pick<
  OrderSummary,
  'status' | 'communityName' | 'handler' | 'isOwn' | 'badReview' | 'isDisputed' | 'isEscalated'
> &
  Partial<Pick<Order, 'ratingClosesAt' | 'mergedInto' | 'rating' | 'followUpRating' | 'wish'>>

/** A wish that the street has not looked at yet: no community is asked to take it. */
const waitsForStreet = ({ status, wish }: Told): boolean => status === 'submitted' && wish?.state === 'waiting'

const tellMerged = ({ mergedInto }: Told): string =>
  mergedInto ? `已并入 ${mergedInto.no}，跟着那一单一起办` : '已并到另一个同样的单，一起办'
const nextOfMerged = ({ mergedInto }: Told, audience: Audience): string =>
  mergedInto ? `那一单现在：${statusWord(mergedInto, audience)}` : '打开看看那一单办到哪了'

const toOwner: Record<OrderStatus, (order: Told, now: Date) => OrderStory> = {
  submitted: ({ communityName }) => ({ now: `已送到${communityName}`, next: '接下来社区会接单，接单后这里会告诉你' }),
  accepted: () => ({ now: '社区已接单', next: '接下来社区会安排人来办' }),
  declining: () => ({ now: '正在核实该由谁来办', next: '街道会定下由谁来办，结果写在这里' }),
  listed: () => ({ now: '已经上了心愿墙', next: '等单位和志愿队认领，领走后会联系你' }),
  in_progress: ({ handler, communityName }) => ({
    now: `${handler?.name ?? communityName}正在办`,
    next: '办好后请你来评价',
  }),
  fulfilled: ({ ratingClosesAt }, now) => ({
    now: '已经办好，等你评价',
    next: ratingClosesAt ? `${sayTime(new Date(ratingClosesAt), now)} 前都可以评价` : '你的评价会交给街道',
  }),
  rated: ({ rating, followUpRating }) => ({
    now: '你已评价，谢谢',
    next:
      rating && (followUpRating ?? rating).stars <= 2
        ? '街道会看你说的哪里不满意，可以要求社区重新办'
        : '接下来街道会检查这件事办得怎么样',
  }),
  rework: () => ({ now: '街道要求重新办理', next: '社区会再来办，办好后请你评价' }),
  graded: () => ({ now: '街道已检查，这件事办完了', next: '谢谢你，有事随时再点单' }),
  declined: ({ communityName }) => ({ now: `${communityName}办不了这件事`, next: '原因写在下面，可以改一改再点一次' }),
  withdrawn: () => ({ now: '你已撤回', next: '需要时可以再点一次' }),
  merged: (order) => ({ now: tellMerged(order), next: nextOfMerged(order, 'owner') }),
}

const toStaff: Record<OrderStatus, (order: Told) => OrderStory> = {
  submitted: () => ({ now: '等社区接单', next: '接单后再派给网格、单位或同事' }),
  accepted: () => ({ now: '社区已接单', next: '接下来派单；自己办的，办好后点“更多”里的“办结”' }),
  declining: () => ({ now: '社区申请退单', next: '等街道审：同意退单、转到别的社区，或继续办理' }),
  listed: () => ({ now: '在心愿墙上，等单位认领', next: '很久没人领的，街道想办法' }),
  in_progress: ({ handler, communityName }) => ({
    now: `${handler?.name ?? communityName}在办`,
    next: '办好后写明结果，居民会评价',
  }),
  fulfilled: () => ({ now: '已办结，等居民评价', next: '居民评价后，街道评单' }),
  rated: () => ({ now: '居民已评价，等街道评单', next: '经手过这个单的人不能评' }),
  rework: () => ({ now: '街道要求返工', next: '按要求重新办理后再办结' }),
  graded: () => ({ now: '已评单', next: '这个单已经结束' }),
  declined: () => ({ now: '已退单', next: '这个单已经结束' }),
  withdrawn: () => ({ now: '居民已撤回', next: '这个单已经结束' }),
  merged: (order) => ({ now: tellMerged(order), next: nextOfMerged(order, 'staff') }),
}

/** Where the same words would ask the helper for what only the person can do. */
const toHelper: Record<'now' | 'next', Partial<Record<OrderStatus, string>>> = {
  now: { fulfilled: '已经办好，等本人评价', rated: '本人已评价', withdrawn: '本人已撤回' },
  next: {
    in_progress: '办好后请本人来评价',
    fulfilled: '本人登录后可以评价；没有手机的，街道会打电话来问',
    rework: '社区会再来办，办好后请本人评价',
  },
}

/** Who has it in hand, or had it; null where nobody has. */
export function tellHolder(order: Told): string | null {
  const { status, communityName, handler, isEscalated } = order
  const passed = stepsPassed(status)
  if (passed === null) return null
  if (isEscalated) return '现在由区里决定'
  if (waitsForStreet(order)) return '现在由街道来看'
  if (status === 'declining') return '现在由街道核实'
  const who = handler?.name ?? communityName
  return passed === stepWords.length ? `由${who}办的` : `现在由${who}负责`
}

/** To the person it belongs to, or to whoever placed it for them. */
export function tellOwner(order: Told, now: Date): OrderStory {
  const trouble = tellTroubleToOwner(order)
  if (trouble) return trouble
  if (waitsForStreet(order)) return { now: '已送到街道', next: '街道看过后上心愿墙，单位和志愿队就能来帮忙' }
  const story = toOwner[order.status](order, now)
  if (order.isOwn) return story
  return { now: toHelper.now[order.status] ?? story.now, next: toHelper.next[order.status] ?? story.next }
}
/** To those who work on it, in their own terms. */
export function tellStaff(order: Told): OrderStory {
  if (waitsForStreet(order)) return { now: '等街道审单', next: '同意后上心愿墙，单位和志愿队可以认领' }
  return tellTroubleToStaff(order) ?? toStaff[order.status](order)
}

const toEveryone: Record<OrderStatus, OrderStory> = {
  submitted: { now: '已送到社区', next: '社区会接单，办到哪一步这里都能看到' },
  accepted: { now: '社区已接单', next: '接下来社区会安排人来办' },
  declining: { now: '正在商量由谁来办', next: '街道决定后接着办' },
  listed: { now: '在心愿墙上等认领', next: '单位和志愿队可以认领' },
  in_progress: { now: '正在办', next: '办好后这里会写明' },
  fulfilled: { now: '已经办好', next: '点单的人会来评价' },
  rated: { now: '已经办好', next: '接下来街道会检查' },
  rework: { now: '正在重新办理', next: '街道要求再办一次' },
  graded: { now: '已经办好', next: '街道已检查' },
  declined: { now: '社区办不了这件事', next: '有同样的事，可以自己点一个单说说情况' },
  withdrawn: { now: '点单的人已撤回', next: '你也需要的话，可以自己点一个单' },
  merged: { now: '已和另一个同样的单一起办', next: '附议的人也跟了过去' },
}

/** To whoever reads a public order: nothing of whose it is. */
export const tellEveryone = ({ status }: Pick<OrderSummary, 'status'>): OrderStory => toEveryone[status]

export const stepWords = ['送到社区', '社区接单', '正在办理', '已经办好'] as const

/** How many of the steps are behind; null where the way ended otherwise. */
export function stepsPassed(status: OrderStatus): number | null {
  if (status === 'declined' || status === 'withdrawn' || status === 'merged') return null
  if (status === 'submitted' || status === 'declining') return 1
  if (status === 'accepted' || status === 'listed') return 2
  return status === 'in_progress' || status === 'rework' ? 3 : 4
}
