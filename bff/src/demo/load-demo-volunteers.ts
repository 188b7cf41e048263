import { defaultPointRules, halfPointsFor } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../db/ids'
import { insertRow } from '../db/rows'
import {
  addEntry,
  insertActivity,
  RewardRow,
  SignupRow,
  VolunteerRow,
  VolunteerTeamRow,
  type ActivityRow,
} from '../modules/volunteers'

const districtCode = '610303'
const stall = '610303001002'
const hour = 60 * 60_000
const day = 24 * hour

const teams = [
  ['610303-U1', '周末上门修水电，也教邻居自己换灯泡、换水龙头。'],
  ['610303-U7', '给独居老人跑腿买菜、读报聊天，寒暑假带孩子写作业。'],
  ['610303-U9', '低龄老人帮高龄老人：陪诊、理发、打一通平安电话。'],
] as const

/** Hours from now until it begins, hours it lasts. */
const activities = [
  ['610303-U9', '陪高龄老人晒太阳读报', '曙光路西社区日间照料室', -72, 3, 8],
  ['610303-U9', '长者食堂帮厨', '曙光路西社区长者食堂', -3, 5, 6],
  ['610303-U9', '上门理发', '曙光路西社区活动室集合', 26, 3, 6],
  ['610303-U7', '楼道小广告清理', '新建巷口集合', 50, 2, 20],
  ['610303-U1', '便民维修日', '曙光路西社区门前广场', 98, 4, 12],
] as const

const rewards = [
  ['一袋洗衣粉', '每人每月可换一袋', 1, 12],
  ['一提卷纸', '十卷装', 2, 8],
  ['理发券一张', '到街口理发店使用', 1.5, 5],
  ['血压计一台', '给家里有老人的队员', 20, 0],
] as const

const servers = ['resident-1', 'resident-2', 'resident-3'] as const
/** Is at the date that goes on now. */
const helper = 'resident-8'

/** Made-up teams with members, dates ahead, one that goes on and one that is over and confirmed, and a market that gives something for it. */
export async function loadDemoVolunteers(
  em: EntityManager,
  people: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const members = servers.flatMap((account) => people.get(account) ?? [])
  for (const [teamCode, intro] of teams) {
    await insertRow(em, VolunteerTeamRow, { teamCode, districtCode, intro, isOpen: true, version: 1, updatedAt: now })
  }
  const joined = new Date(now.getTime() - 20 * day)
  const helping = people.get(helper)
  for (const personId of [...members, ...(helping === undefined ? [] : [helping])]) {
    const own = { id: newId(joined), teamCode: '610303-U9', personId, state: 'member' as const }
    await insertRow(em, VolunteerRow, { ...own, appliedAt: joined, version: 2, updatedAt: joined })
  }
  for (const [index, [orgTitle, detail, cost, stock]] of rewards.entries()) {
    const at = new Date(now.getTime() - rewards.length + index)
    await insertRow(em, RewardRow, {
      ...{ id: newId(at), orgCode: stall, title: orgTitle, detail, costHalfPoints: cost * 2, stock },
      ...{ isClosed: false, isDemo: true, version: 1, updatedAt: at },
    })
  }
  for (const activity of activities) await loadActivity(em, activity, { members, helping }, now)
}

async function loadActivity(
  em: EntityManager,
  [teamCode, title, place, fromNow, lasts, capacity]: (typeof activities)[number],
  { members, helping }: { members: readonly string[]; helping: string | undefined },
  now: Date,
): Promise<void> {
  const at = new Date(now.getTime() - 5 * day)
  // On the hour, as people agree on times.
  const startsAt = new Date(Math.ceil((now.getTime() + fromNow * hour) / hour) * hour)
  const endsAt = new Date(startsAt.getTime() + lasts * hour)
  const id = newId(at)
  const isOver = endsAt <= now
  const present = startsAt <= now && !isOver ? helping : undefined
  const taken = isOver ? members.length : present === undefined ? 0 : 1
  const activity: ActivityRow = {
    ...{ id, teamCode, districtCode, title, place, detail: '', startsAt, endsAt, capacity, taken },
    ...{ checkCode: '246810', isCancelled: false, cancelNote: null, orderId: null, isDemo: true, createdById: null },
    ...{ version: 1, updatedAt: at },
  }
  await insertActivity(em, activity, now)
  if (isOver) for (const personId of members) await loadServed(em, { id, teamCode, title, startsAt, endsAt }, personId)
  if (present !== undefined) {
    await insertRow(em, SignupRow, {
      ...{ id: newId(at), activityId: id, teamCode, personId: present, state: 'checked_in', checkedInAt: startsAt },
      ...{ checkedOutAt: null, minutes: null, halfPoints: null, ruleVersion: null, version: 2, updatedAt: startsAt },
    })
  }
}

type Served = Pick<ActivityRow, 'id' | 'teamCode' | 'title' | 'startsAt' | 'endsAt'>

async function loadServed(em: EntityManager, activity: Served, personId: string): Promise<void> {
  const { startsAt, endsAt } = activity
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
  const halfPoints = halfPointsFor(minutes, defaultPointRules)
  const id = newId(startsAt)
  await insertRow(em, SignupRow, {
    ...{ id, activityId: activity.id, teamCode: activity.teamCode, personId, state: 'confirmed', minutes, halfPoints },
    ...{ checkedInAt: startsAt, checkedOutAt: endsAt, ruleVersion: 0, version: 4, updatedAt: endsAt },
  })
  await addEntry(em, endsAt, {
    ...{ personId, reason: 'service', subjectId: id, subject: activity.title },
    ...{ halfPoints, minutes, activities: 1 },
  })
}
