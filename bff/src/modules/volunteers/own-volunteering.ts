import type { Exported, StoredData } from '@xinban/shared/contracts'
import { formatInstant, toPoints } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectPairs, selectRows } from '../../db/rows'
import { query } from '../../db/sql'
import { ActivityRow, SignupRow } from './activity.entity'
import { RedemptionRow } from './market.entity'
import { entriesOf, findBalance } from './points.repository'
import { volunteersOf } from './team.repository'

const atMost = 1000
/** Above every id. */
const afterAll = 'g'

/** How much of a person stands among volunteers. */
export async function countVolunteering(em: EntityManager, personId: string): Promise<StoredData['volunteering']> {
  const count = async (table: string) =>
    Number(
      (await query<{ n: number | string }>(em, `SELECT COUNT(*) AS n FROM ${table} WHERE person_id = ?`, [personId]))[0]
        ?.n,
    )
  return {
    teams: await count('volunteers'),
    activities: await count('signups'),
    points: toPoints((await findBalance(em, personId)).halfPoints),
    redemptions: await count('redemptions'),
  }
}

/** What is known of somebody as a volunteer, for their own copy; the latest of each first. */
export async function exportVolunteering(
  em: EntityManager,
  personId: string,
  isFirst: boolean,
): Promise<Exported['volunteering']> {
  const places = await volunteersOf(em, personId)
  const { minutes, activities, halfPoints } = await findBalance(em, personId)
  return {
    teams: places.map(({ teamCode, state, appliedAt }) => ({ teamCode, state, appliedAt: formatInstant(appliedAt) })),
    ...{ minutes, activities, points: toPoints(halfPoints) },
    ...(isFirst && (await exportDeeds(em, personId))),
  }
}

async function exportDeeds(em: EntityManager, personId: string) {
  const tail = `WHERE person_id = ? ORDER BY id DESC LIMIT ${atMost}`
  const signups = await selectPairs(
    em,
    [SignupRow, 'activity_id'],
    [ActivityRow, 'id'],
    `WHERE a.person_id = ? ORDER BY a.id DESC LIMIT ${atMost}`,
    [personId],
  )
  const redemptions = await selectRows(em, RedemptionRow, tail, [personId])
  return {
    signups: signups.flatMap(([{ state }, activity]) =>
      activity ? [{ activity: activity.title, startsAt: formatInstant(activity.startsAt), state }] : [],
    ),
    entries: (await entriesOf(em, personId, afterAll, atMost)).map(({ reason, subject, halfPoints, at }) => ({
      ...{ reason, subject, points: toPoints(halfPoints), at: formatInstant(at) },
    })),
    redemptions: redemptions.map(({ title, halfPoints, state, at }) => ({
      ...{ title, points: toPoints(halfPoints), state, at: formatInstant(at) },
    })),
  }
}
