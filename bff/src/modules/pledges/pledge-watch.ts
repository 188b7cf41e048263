import { dayNumber, dayOfDate, instantOn, nextMilestone, type PledgeRules } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../db/rows'
import { query } from '../../db/sql'
import type { DueSource, JobCtx } from '../../jobs/job'
import { writeOutbox } from '../../outbox/write-outbox'
import { PledgeRow, type StoredMilestone } from './pledge.entity'
import { pledgeRulesOf } from './rules/pledge-rules.repository'

const day = 24 * 60 * 60_000
/** Reminders come at nine in the morning. */
const reminderMinutes = 9 * 60

type Watched = Pick<PledgeRow, 'state' | 'terms' | 'reportedAt' | 'createdAt' | 'remindedOf' | 'staleAt'>
type Rules = Pick<PledgeRules, 'staleDays' | 'remindDays'>

/** From when a pledge without another report counts as stale. */
export const staleFrom = (pledge: Pick<Watched, 'reportedAt' | 'createdAt'>, { staleDays }: Pick<Rules, 'staleDays'>) =>
  new Date((pledge.reportedAt ?? pledge.createdAt).getTime() + staleDays * day)

const keyOf = ({ id, dueOn }: StoredMilestone) => `${id} ${dueOn}`

/** The milestone of which people are to be reminded next, and when; null when they were, or nothing is open. */
function reminderOf({ terms, remindedOf }: Watched, { remindDays }: Rules) {
  const milestone = nextMilestone(terms.milestones)
  if (!milestone || keyOf(milestone) === remindedOf) return null
  return { milestone, at: instantOn(dayOfDate(milestone.dueOn) - remindDays, reminderMinutes) }
}

/** When somebody has to look at a pledge next: a reminder, or that it becomes stale; null when there is neither. */
export function nextWake(pledge: Watched, rules: Rules): Date | null {
  if (pledge.state !== 'delivering') return null
  const times = [
    ...(pledge.staleAt === null ? [staleFrom(pledge, rules).getTime()] : []),
    reminderOf(pledge, rules)?.at.getTime() ?? Infinity,
  ]
  const first = Math.min(...times)
  return first === Infinity ? null : new Date(first)
}

interface Waking {
  readonly id: string
}

/** Pledges of which a time has come: those who work on them are reminded of a milestone, or told that they are stale. */
export const pledgeWatch: DueSource<Waking> = {
  name: 'pledge-watch',
  findDue: (em, now, limit) =>
    query<Waking>(em, `SELECT id FROM pledges WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ${limit}`, [now]),
  keyOf: ({ id }) => id,
  act,
}

async function act(em: EntityManager, { id }: Waking, { now }: JobCtx): Promise<void> {
  const [pledge] = await selectRows(em, PledgeRow, 'WHERE id = ?', [id])
  if (!pledge?.wakeAt || pledge.wakeAt > now) return
  const { rules } = await pledgeRulesOf(em, pledge.districtCode)
  const reminder = reminderOf(pledge, rules)
  const isReminding = reminder !== null && reminder.at <= now
  const isStale = pledge.staleAt === null && staleFrom(pledge, rules) <= now
  const after = {
    ...pledge,
    ...(isReminding && { remindedOf: keyOf(reminder.milestone) }),
    ...(isStale && { staleAt: now }),
  }
  const set = { remindedOf: after.remindedOf, staleAt: after.staleAt, wakeAt: nextWake(after, rules) }
  if ((await updateRows(em, PledgeRow, set, 'id = ? AND wake_at = ?', [id, pledge.wakeAt])) === 0) return
  if (pledge.state !== 'delivering') return
  // Of one that is past nobody says that it is near: a server that was away, or a demo.
  if (isReminding && dayOfDate(reminder.milestone.dueOn) >= dayNumber(now)) {
    const { dueOn } = reminder.milestone
    await writeOutbox(em, 'pledge.milestone-near', { pledgeId: id, dueOn }, now)
  }
  if (isStale) await writeOutbox(em, 'pledge.became-stale', { pledgeId: id }, now)
}
