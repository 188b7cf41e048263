import type { PledgeAudience, Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../db/sql'
import { findPledge } from '../pledges'
import { findInterested } from '../surveys'
import { membersAt } from './audience.queries'

/** What a message about needs and pledges names. */
export interface PledgePayload {
  readonly pledgeId?: string
  readonly needId?: string
  readonly objectionId?: string
  readonly commentId?: string
  readonly surveyId?: string
  /** Who did it. */
  readonly personId?: string
}

type Pledge = NonNullable<Awaited<ReturnType<typeof findPledge>>>

const idsOf = async (em: EntityManager, sql: string, params: readonly unknown[]): Promise<string[]> =>
  (await query<{ id: string | null }>(em, sql, params)).flatMap(({ id }) => (id === null ? [] : [id]))

/** Whoever wrote what was decided about. */
function writersOfIt(em: EntityManager, { needId, objectionId, commentId }: PledgePayload): Promise<string[]> {
  if (needId !== undefined) return idsOf(em, 'SELECT owner_id AS id FROM needs WHERE id = ?', [needId])
  if (commentId !== undefined) return idsOf(em, 'SELECT author_id AS id FROM pledge_comments WHERE id = ?', [commentId])
  return idsOf(em, 'SELECT person_id AS id FROM pledge_objections WHERE id = ?', [objectionId ?? ''])
}

const writerRole = ({ communityCode, streetCode }: Pledge): Role =>
  communityCode !== null ? 'community_staff' : streetCode !== null ? 'street_staff' : 'district_admin'

/** The people of an audience, as things stand now. */
export async function peopleOfPledge(
  em: EntityManager,
  audience: PledgeAudience,
  payload: PledgePayload,
): Promise<string[]> {
  if (audience === 'person') return writersOfIt(em, payload)
  if (audience === 'interested') return findInterested(em, payload.surveyId ?? '')
  const pledge = await findPledge(em, payload.pledgeId ?? '')
  if (!pledge) return []
  const { orgCode, districtCode, streetCode, communityCode, candidateId, terms } = pledge
  switch (audience) {
    case 'needers':
      return candidateId === null
        ? []
        : idsOf(em, 'SELECT DISTINCT owner_id AS id FROM needs WHERE candidate_id = ?', [candidateId])
    case 'writers':
      return membersAt(em, orgCode, [writerRole(pledge)])
    case 'unit':
      return terms.responsible.unitCode === undefined ? [] : membersAt(em, terms.responsible.unitCode, ['unit_staff'])
    case 'reviewers':
      return communityCode !== null && streetCode !== null
        ? membersAt(em, streetCode, ['street_staff'])
        : membersAt(em, districtCode, ['district_admin'])
    case 'district':
      return membersAt(em, districtCode, ['district_admin'])
  }
}
