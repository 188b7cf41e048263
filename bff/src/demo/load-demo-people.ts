import { privacyNoticeVersion, type Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../context'
import { newId } from '../db/ids'
import { insertRow } from '../db/rows'
import { query } from '../db/sql'
import { recordConsent } from '../modules/consents'
import { insertAccount, insertPerson, Membership } from '../modules/identity'
import type { Org } from '../modules/orgs'
import { demoName, demoPhone } from './demo-names'
import { demoDepartments } from './demo-whistles'

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

/** Departments come last, so that everyone else has the number that they have without them. */
function staff(orgs: readonly Org[]): Post[] {
  const departments = demoDepartments.map(([orgCode], index): Post => ({
    account: `department-${index + 1}`,
    role: 'unit_staff',
    orgCode,
  }))
  const isDepartment = ({ code }: Org) => departments.some(({ orgCode }) => orgCode === code)
  return [...posts(orgs.filter((org) => !isDepartment(org))), ...departments]
}

function posts(orgs: readonly Org[]): Post[] {
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
  await recordConsent(em, { personId, source: 'demo', at: now })
  return personId
}

/** After the notice has new words: the people of an older demo go on placing orders, but for those who took it back. */
export async function renewDemoConsents(em: EntityManager, now: Date): Promise<void> {
  const people = await query<{ id: string }>(
    em,
    `SELECT p.id FROM persons p WHERE p.is_demo = 1 AND p.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.withdrawn_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.person_id = p.id AND c.notice_version = ?)`,
    [privacyNoticeVersion],
  )
  for (const { id } of people) await recordConsent(em, { personId: id, source: 'demo', at: now })
}
