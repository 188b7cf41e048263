import { privacyNoticeVersion, type Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../context'
import { newId } from '../db/ids'
import { insertRow } from '../db/rows'
import { insertAccount, insertPerson, Membership } from '../modules/identity'
import type { Org } from '../modules/orgs'
import { ConsentRow } from '../modules/privacy'
import { demoName, demoPhone } from './demo-names'

const demoCommunity = '610303001002'
const residents = 50
const residentsOfDemoCommunity = 10

/** Persons by account name. */
export type DemoPeople = ReadonlyMap<string, string>

/** Accounts without passwords for fifty residents and for staff of every org; only demo mode lets them in. */
export async function loadDemoPeople(
  em: EntityManager,
  services: Services,
  orgs: readonly Org[],
  now: Date,
): Promise<DemoPeople> {
  const people = new Map<string, string>()
  const communities = orgs.filter((org) => org.level === 'community').map((org) => org.code)
  for (let number = 1; number <= residents; number++) {
    const isNeighbour = number <= residentsOfDemoCommunity
    const communityCode = isNeighbour
      ? demoCommunity
      : (communities[(number * 5) % communities.length] ?? demoCommunity)
    const account = `resident-${number}`
    people.set(account, await addPerson(em, services, now, { account, number, communityCode }))
  }
  let number = residents
  for (const { account, role, orgCode } of staff(orgs)) {
    number += 1
    const personId = await addPerson(em, services, now, { account, number, communityCode: null })
    people.set(account, personId)
    await insertRow(em, Membership, { id: newId(now), personId, orgCode, role, grantedAt: now, revokedAt: null })
  }
  return people
}

interface Post {
  readonly account: string
  readonly role: Role
  readonly orgCode: string
}

function staff(orgs: readonly Org[]): Post[] {
  let units = 0
  return orgs.flatMap(({ code: orgCode, level }): Post[] => {
    switch (level) {
      case 'grid':
        return [{ account: `grid-${orgCode}`, role: 'grid_worker', orgCode }]
      case 'community':
        return [{ account: `community-${orgCode}`, role: 'community_staff', orgCode }]
      case 'street':
        return [{ account: `street-${orgCode}`, role: 'street_staff', orgCode }]
      case 'unit':
        units += 1
        return [{ account: `unit-${units}`, role: 'unit_staff', orgCode }]
      case 'district':
        return [
          { account: `district-${orgCode}`, role: 'district_admin', orgCode },
          { account: `auditor-${orgCode}`, role: 'auditor', orgCode },
        ]
    }
  })
}

async function addPerson(
  em: EntityManager,
  { personalData }: Services,
  now: Date,
  { account, number, communityCode }: { account: string; number: number; communityCode: string | null },
): Promise<string> {
  const phone = demoPhone(number)
  const personId = await insertPerson(em, now, {
    nameSealed: personalData.seal(demoName(number), 'name'),
    phoneSealed: personalData.seal(phone, 'phone'),
    phoneHash: personalData.phoneHash(phone),
    communityCode,
    communityConfirmedAt: communityCode === null ? null : now,
    isDemo: true,
  })
  await insertAccount(em, now, { name: account, personId, isDemo: true })
  // Their stories begin with orders, which nobody places without having agreed.
  const consent = { kind: 'personal_data', noticeVersion: privacyNoticeVersion } as const
  await insertRow(em, ConsentRow, { id: newId(now), personId, ...consent, at: now, withdrawnAt: null })
  return personId
}
