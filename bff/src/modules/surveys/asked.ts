import { isWithin } from '@xinban/shared/domain'
import type { Person } from '../identity'
import type { Org } from '../orgs'

interface Refusal {
  readonly ofSelf: string
  readonly ofHelped: string
}

/** Why a person who lives in a community is not asked, in words for them and for whoever helps; null when they are. */
export function refusalOf(
  person: Person | undefined,
  community: Org | undefined,
  population: readonly Org[],
): Refusal | null {
  const isVerified = person !== undefined && person.phoneHash !== null && person.communityConfirmedAt !== null
  if (!isVerified || !community) {
    return {
      ofSelf: '参加测评要先核实住址：请绑定手机号、选好社区，再请社区工作人员核实一次',
      ofHelped: '这位居民还没有核实住址，请先核实再协助参加',
    }
  }
  if (population.some((org) => isWithin(community.path, org.path))) return null
  const whose = population.map(({ name }) => name).join('、')
  return { ofSelf: `这次测评请的是${whose}的居民`, ofHelped: `这次测评请的是${whose}的居民，这位居民住在别处` }
}
