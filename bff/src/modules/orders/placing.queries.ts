import type { EntityManager } from 'typeorm'
import { selectTogether } from '../../db/rows'
import { ruleHeads, type RuleHeads } from '../calendar'
import { agreement } from '../consents'
import { Person } from '../identity'
import { Org } from '../orgs'

/** What is known of whoever places an order, and of where. */
export interface Placing {
  readonly placer: Person | undefined
  readonly community: Org | undefined
  /** To the privacy notice that holds now. */
  readonly hasAgreed: boolean
  /** Of the rules of the community's district. */
  readonly heads: RuleHeads
}

/** All that decides whether an order can be placed, but for its item, in one statement. */
export async function findPlacing(em: EntityManager, personId: string, communityCode: string): Promise<Placing> {
  const agreed = agreement(personId, 'personal_data')
  const [found] = await selectTogether<{ p: Person; o: Org }, RuleHeads & { hasAgreed: number | string }>(
    em,
    { p: Person, o: Org },
    `FROM (SELECT 1 AS one) AS one LEFT JOIN persons AS p ON p.id = ? LEFT JOIN orgs AS o ON o.code = ?`,
    [...agreed.params, personId, communityCode],
    [agreed.sql, ...ruleHeads('o.district_code')],
  )
  if (!found) throw new Error('a row that is always there is not')
  const [{ p: placer, o: community }, beside] = found
  const { calendar, limits } = beside
  return { placer, community, hasAgreed: Number(beside.hasAgreed) === 1, heads: { calendar, limits } }
}
