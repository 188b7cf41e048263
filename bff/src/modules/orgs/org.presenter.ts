import type { Org as OrgAnswer, OrgRef } from '@xinban/shared/contracts'
import type { Org } from './org.entity'

export function presentOrg(org: Org): OrgAnswer {
  const { code, parentCode, level, name, servicePhone, validUntil, successorCode, isDemo } = org
  return { code, parentCode, level, name, servicePhone, validUntil, successorCode, isDemo }
}

/** How an org is named inside other objects. */
export function orgRef(org: Pick<Org, 'code' | 'name' | 'level'>): OrgRef {
  return { code: org.code, name: org.name, level: org.level }
}
