import type { OrderClock } from '@xinban/shared/contracts'
import { sayTime, type ClockOutcome } from '@xinban/shared/domain'
import type { Audience } from './event-story'

/** How a clock ended, in officials' terms. */
const outcomeWords: Record<ClockOutcome, string> = {
  running: '计时中',
  met: '按时',
  late: '超期',
  overruled: '退单不成立，按超期算',
  void: '不计入考核',
}

const outcomesToOwner: Record<ClockOutcome, string> = {
  running: '正在办',
  met: '按时办好',
  late: '超过了承诺的时间',
  overruled: '超过了承诺的时间',
  void: '不再计时',
}

type Ended = Pick<OrderClock, 'outcome' | 'overdueAt' | 'dueAt' | 'endedAt' | 'chargedTo'>

/** @returns `计时中，已超期`, `按时`, `超期` … */
export function tellOutcome(clock: Ended, audience: Audience, now: Date): string {
  const words = audience === 'staff' ? outcomeWords : outcomesToOwner
  if (clock.outcome !== 'running') return words[clock.outcome]
  if (now.getTime() <= Date.parse(clock.dueAt)) return words.running
  return audience === 'staff' ? '计时中，已超期' : '已超过承诺的时间，正在催办'
}

/** When it was recorded that its time had passed, and whose time that was; null while it was not. */
export function tellOverdue({ overdueAt, chargedTo }: Ended, now: Date): string | null {
  if (overdueAt === null) return null
  const charged = chargedTo ? `，记到${chargedTo.name}（用时最多）` : ''
  return `${sayTime(new Date(overdueAt), now)} 记下超期${charged}`
}
