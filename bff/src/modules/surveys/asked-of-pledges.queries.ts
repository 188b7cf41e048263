import type { EntityManager } from 'typeorm'
import { marks, query } from '../../db/sql'
import { findPersons } from '../identity'
import { findOrgs } from '../orgs'
import { refusalOf } from './asked'
import { populationsOf } from './survey.queries'
import { findSurvey } from './survey.repository'

/** So many are told of one survey; those beyond find it on the page of the pledge. */
const mostTold = 2000

/**
 * Whoever took an interest in the pledge or the list that a survey is about (their need became it, they wrote a comment
 * that was approved, they rated it) and may take part. Who has taken part is not looked at: what people are told says
 * nothing of it (docs/adr/0022). Nobody for a survey about neither.
 */
export async function findInterested(em: EntityManager, surveyId: string): Promise<string[]> {
  const survey = await findSurvey(em, surveyId)
  const population = (await populationsOf(em, [surveyId])).get(surveyId) ?? []
  const persons = [...(await findPersons(em, await interestedIn(em, survey))).values()]
  const communities = await findOrgs(
    em,
    persons.map(({ communityCode }) => communityCode),
  )
  return persons
    .filter((person) => refusalOf(person, communities.get(person.communityCode ?? ''), population) === null)
    .map(({ id }) => id)
}

async function interestedIn(
  em: EntityManager,
  about: { readonly pledgeId: string | null; readonly pledgeListId: string | null } | undefined,
): Promise<string[]> {
  if (!about || (about.pledgeId === null && about.pledgeListId === null)) return []
  const [column, value] = about.pledgeId === null ? ['list_id', about.pledgeListId] : ['id', about.pledgeId]
  const sql = `SELECT id, candidate_id AS candidate FROM pledges WHERE ${column} = ?`
  const pledges = await query<{ id: string; candidate: string | null }>(em, sql, [value])
  if (pledges.length === 0) return []
  const ids = pledges.map(({ id }) => id)
  const candidates = pledges.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]))
  const rows = await query<{ id: string | null }>(
    em,
    `${candidates.length === 0 ? '' : `SELECT owner_id AS id FROM needs WHERE candidate_id IN (${marks(candidates)}) UNION `}
      SELECT author_id AS id FROM pledge_comments WHERE pledge_id IN (${marks(ids)}) AND state = 'approved'
      UNION SELECT person_id AS id FROM pledge_ratings WHERE pledge_id IN (${marks(ids)}) LIMIT ${mostTold}`,
    [...candidates, ...ids, ...ids],
  )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** Titles of surveys that were published, by id. */
export async function findSurveyTitles(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const sql = `SELECT id, title FROM surveys WHERE id IN (${marks(ids)}) AND state <> 'draft'`
  const rows = await query<{ id: string; title: string }>(em, sql, ids)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
