import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, insertRows, selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { alreadyExists, lostRace } from '../../errors'
import {
  SurveyBox,
  SurveyKey,
  SurveyOrg,
  SurveyParticipation,
  SurveyRow,
  SurveyTally,
  SurveyText,
} from './survey.entity'

export async function findSurvey(em: EntityManager, id: string): Promise<SurveyRow | undefined> {
  const [survey] = await selectRows(em, SurveyRow, 'WHERE id = ?', [id])
  return survey
}

export async function insertSurvey(em: EntityManager, survey: SurveyRow, population: readonly string[]): Promise<void> {
  await insertRow(em, SurveyRow, survey)
  await insertPopulation(em, survey.id, population)
}

const insertPopulation = (em: EntityManager, surveyId: string, population: readonly string[]) =>
  insertRows(
    em,
    SurveyOrg,
    [...new Set(population)].map((orgCode) => ({ surveyId, orgCode })),
  )

/** Changes a survey if nobody did meanwhile and nobody answered. Throws lost_race. */
export async function saveDraft(
  em: EntityManager,
  survey: SurveyRow,
  change: Partial<SurveyRow>,
  population: readonly string[],
): Promise<void> {
  await saveSurvey(em, survey, change, 'ballots = 0')
  await execute(em, 'DELETE FROM survey_orgs WHERE survey_id = ?', [survey.id])
  await insertPopulation(em, survey.id, population)
}

/** Moves a survey on if nobody did meanwhile. Throws lost_race. */
export async function saveSurvey(
  em: EntityManager,
  { id, version, state }: SurveyRow,
  change: Partial<SurveyRow>,
  guard = '1 = 1',
): Promise<void> {
  const set = { ...change, version: version + 1 }
  const where = `id = ? AND version = ? AND state = ? AND ${guard}`
  if ((await updateRows(em, SurveyRow, set, where, [id, version, state])) === 0) throw lostRace()
}

/** Throws lost_race. */
export async function deleteDraft(em: EntityManager, { id, version }: SurveyRow): Promise<void> {
  const sql = "DELETE FROM surveys WHERE id = ? AND version = ? AND state = 'draft'"
  if ((await execute(em, sql, [id, version])) === 0) throw lostRace()
  await execute(em, 'DELETE FROM survey_orgs WHERE survey_id = ?', [id])
}

/**
 * Counts a ballot into a survey that is open and still what it was when the ballot was filled in. The first statement of
 * its transaction: ballots of one survey come one after the other from here on, so that no box is read stale.
 * Throws lost_race.
 */
export async function countBallot(em: EntityManager, survey: SurveyRow, isHelped: boolean, now: Date): Promise<void> {
  const counted = await execute(
    em,
    `UPDATE surveys SET ballots = ballots + 1, helped = helped + ${isHelped ? 1 : 0}
      WHERE id = ? AND version = ? AND state = 'published' AND opens_at <= ? AND closes_at > ?`,
    [survey.id, survey.version, now, now],
  )
  if (counted === 0) throw lostRace()
}

/** Throws already_exists when they took part, by whatever way. */
export async function insertParticipation(em: EntityManager, row: SurveyParticipation): Promise<void> {
  try {
    await insertRow(em, SurveyParticipation, row)
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyTookPart(row.helpedById !== null)
    throw error
  }
}

export const alreadyTookPart = (isHelped: boolean) =>
  alreadyExists(isHelped ? '这位居民已经参加过这次测评，每人一票' : '你已经参加过这次测评，每人一票，谢谢你')

export async function hasTakenPart(em: EntityManager, surveyId: string, personId: string): Promise<boolean> {
  return (await takenPartIn(em, [surveyId], personId)).has(surveyId)
}

/** In which of some surveys a person took part. */
export async function takenPartIn(em: EntityManager, ids: readonly string[], personId: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await query<{ surveyId: string }>(
    em,
    `SELECT survey_id AS surveyId FROM survey_participations WHERE person_id = ? AND survey_id IN (${marks(ids)})`,
    [personId, ...ids],
  )
  return new Set(rows.map(({ surveyId }) => surveyId))
}

/** In how many surveys a person took part. */
export async function countParticipations(em: EntityManager, personId: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM survey_participations WHERE person_id = ?'
  const [row] = await query<{ n: number | string }>(em, sql, [personId])
  return Number(row?.n ?? 0)
}

export async function findKey(em: EntityManager, surveyId: string): Promise<SurveyKey | undefined> {
  const [key] = await selectRows(em, SurveyKey, 'WHERE survey_id = ?', [surveyId])
  return key
}

export const insertKey = (em: EntityManager, key: SurveyKey): Promise<void> => insertRow(em, SurveyKey, key)

/** All boxes of a survey, without what is in them: their number and how full they are. */
export const listBoxes = (em: EntityManager, surveyId: string): Promise<Pick<SurveyBox, 'number' | 'ballots'>[]> =>
  query(em, 'SELECT number, ballots FROM survey_boxes WHERE survey_id = ?', [surveyId])

export const readBoxes = (em: EntityManager, surveyId: string): Promise<SurveyBox[]> =>
  selectRows(em, SurveyBox, 'WHERE survey_id = ? ORDER BY number', [surveyId])

export async function readBox(em: EntityManager, surveyId: string, number: number): Promise<SurveyBox> {
  const [box] = await selectRows(em, SurveyBox, 'WHERE survey_id = ? AND number = ?', [surveyId, number])
  if (!box) throw lostRace()
  return box
}

export const insertBoxes = (em: EntityManager, boxes: readonly SurveyBox[]): Promise<void> =>
  insertRows(em, SurveyBox, boxes)

/** Throws lost_race when the box changed since it was read. */
export async function saveBox(
  em: EntityManager,
  { surveyId, number, ballots }: SurveyBox,
  sealed: string,
): Promise<void> {
  const where = 'survey_id = ? AND number = ? AND ballots = ?'
  const set = { sealed, ballots: ballots + 1 }
  if ((await updateRows(em, SurveyBox, set, where, [surveyId, number, ballots])) === 0) throw lostRace()
}

/** What was counted stands, and what it was counted from is gone, with the key that opened it. */
export async function saveCount(
  em: EntityManager,
  surveyId: string,
  tallies: readonly SurveyTally[],
  texts: readonly SurveyText[],
): Promise<void> {
  await insertRows(em, SurveyTally, tallies)
  for (let from = 0; from < texts.length; from += 500) await insertRows(em, SurveyText, texts.slice(from, from + 500))
  await execute(em, 'DELETE FROM survey_boxes WHERE survey_id = ?', [surveyId])
  await execute(em, 'DELETE FROM survey_keys WHERE survey_id = ?', [surveyId])
}

export const readTallies = (em: EntityManager, surveyIds: readonly string[]): Promise<SurveyTally[]> =>
  surveyIds.length === 0
    ? Promise.resolve([])
    : selectRows(em, SurveyTally, `WHERE survey_id IN (${marks(surveyIds)}) ORDER BY question_key, value`, surveyIds)
