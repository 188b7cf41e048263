import { defaultPledgeRules, type PledgeRules } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { insertRow, selectRows } from '../../../db/rows'
import { PledgeRuleVersion } from './pledge-rules.entity'

export interface CurrentRules {
  readonly rules: PledgeRules
  /** 0 where the district set nothing. */
  readonly version: number
  readonly setAt: Date | null
}

/** The rules of pledges that hold in a district now. */
export async function pledgeRulesOf(em: EntityManager, districtCode: string): Promise<CurrentRules> {
  const tail = 'WHERE district_code = ? ORDER BY version DESC LIMIT 1'
  const [latest] = await selectRows(em, PledgeRuleVersion, tail, [districtCode])
  return latest ?? { rules: defaultPledgeRules, version: 0, setAt: null }
}

export const insertPledgeRules = (em: EntityManager, row: PledgeRuleVersion): Promise<void> =>
  insertRow(em, PledgeRuleVersion, row)
