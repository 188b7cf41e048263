import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { findOrgs, type Org } from '../orgs'
import { SurveyOrg, SurveyRow, SurveyText } from './survey.entity'

interface Pages {
  readonly beforeId?: string | undefined
  readonly limit: number
  /** No more than those about it. */
  readonly pledgeId?: string | undefined
}
const about = ({ pledgeId }: Pages) => (pledgeId === undefined ? '' : ' AND s.pledge_id = ?')
const pledgeOf = ({ pledgeId }: Pages) => (pledgeId === undefined ? [] : [pledgeId])

/** Surveys that ask the residents of any of some orgs, newest first; drafts are left out. */
export async function listAsking(em: EntityManager, orgCodes: readonly string[], pages: Pages): Promise<SurveyRow[]> {
  if (orgCodes.length === 0) return []
  const ids = await query<{ id: string }>(
    em,
    `SELECT DISTINCT o.survey_id AS id FROM survey_orgs o JOIN surveys s ON s.id = o.survey_id
      WHERE o.org_code IN (${marks(orgCodes)}) AND o.survey_id < ? AND s.state <> 'draft'${about(pages)}
      ORDER BY o.survey_id DESC LIMIT ${pages.limit}`,
    [...orgCodes, pages.beforeId ?? 'g', ...pledgeOf(pages)],
  )
  return byIds(
    em,
    ids.map(({ id }) => id),
  )
}

/** Surveys of an org, newest first. */
export async function listHeld(em: EntityManager, orgCode: string, pages: Pages): Promise<SurveyRow[]> {
  const sql = `SELECT s.id AS id FROM surveys s WHERE s.org_code = ? AND s.id < ?${about(pages)}
    ORDER BY s.id DESC LIMIT ${pages.limit}`
  const ids = await query<{ id: string }>(em, sql, [orgCode, pages.beforeId ?? 'g', ...pledgeOf(pages)])
  return byIds(
    em,
    ids.map(({ id }) => id),
  )
}

const byIds = (em: EntityManager, ids: readonly string[]): Promise<SurveyRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : selectRows(em, SurveyRow, `WHERE id IN (${marks(ids)}) ORDER BY id DESC`, ids)

/** Whose residents some surveys ask, by survey. */
export async function populationsOf(em: EntityManager, surveyIds: readonly string[]): Promise<Map<string, Org[]>> {
  if (surveyIds.length === 0) return new Map()
  const rows = await selectRows(
    em,
    SurveyOrg,
    `WHERE survey_id IN (${marks(surveyIds)}) ORDER BY survey_id, org_code`,
    surveyIds,
  )
  const orgs = await findOrgs(em, new Set(rows.map(({ orgCode }) => orgCode)))
  const populations = new Map<string, Org[]>(surveyIds.map((id) => [id, []]))
  for (const { surveyId, orgCode } of rows) {
    const org = orgs.get(orgCode)
    if (org) populations.get(surveyId)?.push(org)
  }
  return populations
}

/** Verified persons of some territories: asked once, when a survey is counted. */
export async function countVerified(em: EntityManager, population: readonly Pick<Org, 'path'>[]): Promise<number> {
  if (population.length === 0) return 0
  const [row] = await query<{ n: number | string }>(
    em,
    `SELECT COUNT(*) AS n FROM persons p JOIN orgs o ON o.code = p.community_code
      WHERE p.phone_hash IS NOT NULL AND p.community_confirmed_at IS NOT NULL AND p.deleted_at IS NULL
        AND (${population.map(() => 'o.path LIKE ?').join(' OR ')})`,
    population.map(({ path }) => `${path}%`),
  )
  return Number(row?.n ?? 0)
}

/** Published surveys whose time is over, the oldest first. */
export const listOver = (em: EntityManager, now: Date, limit: number): Promise<{ id: string }[]> =>
  query(
    em,
    `SELECT id FROM surveys WHERE state = 'published' AND closes_at <= ? ORDER BY closes_at, id LIMIT ${limit}`,
    [now],
  )

/** What was written to a question, in the order of random ids. */
export const listTexts = (
  em: EntityManager,
  { surveyId, question, afterId, limit }: { surveyId: string; question: string; afterId: string; limit: number },
): Promise<SurveyText[]> =>
  selectRows(em, SurveyText, `WHERE survey_id = ? AND question_key = ? AND id > ? ORDER BY id LIMIT ${limit}`, [
    ...[surveyId, question, afterId],
  ])
