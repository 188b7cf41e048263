import type { Role } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Actor, Services } from '../context'
import { newId } from '../db/ids'
import { insertRow, selectRows } from '../db/rows'
import { recordConsent } from '../modules/consents'
import { insertPerson, loadActor, Membership } from '../modules/identity'
import { importOrgs, Org } from '../modules/orgs'
import { insertUnit } from '../modules/units'
import { insertDepartment } from '../modules/whistles'

/** Who lives and works in a community, and above it. */
export interface Place {
  readonly communityCode: string
  readonly districtCode: string
  /** A team that the community may send orders to. */
  readonly unitCode: string
  /** Units that claim wishes, by their codes. */
  readonly units: ReadonlyMap<string, Actor>
  /** Other communities of the district. */
  readonly others: readonly string[]
  readonly residents: readonly Actor[]
  readonly community: Actor
  readonly street: Actor
  readonly district: Actor
  /** Departments that its street may whistle for, by their codes. */
  readonly departments: ReadonlyMap<string, Actor>
}

const residentsEach = 4

/**
 * Makes up people and a team for every community that there is; nobody can sign in as one of them.
 * Throws an Error when there is no community.
 */
export async function makePlaces(services: Services, now: Date): Promise<ReadonlyMap<string, Place>> {
  const { db } = services
  const communities = await selectRows(db.reader, Org, "WHERE level = 'community' AND valid_until IS NULL", [])
  if (communities.length === 0)
    throw new Error('there is no community yet; bring in an org tree with import:orgs first')
  const districts = [...new Set(communities.map(({ districtCode }) => districtCode))]
  await makeTeams(services, districts, now)
  return db.unitOfWork(async (em) => {
    const staff = new Map<string, Actor>()
    const staffOf = async (role: Role, code: string) => {
      const actor = staff.get(code) ?? (await makeStaff(em, role, code, now))
      staff.set(code, actor)
      return actor
    }
    const unitStaff = async (codes: readonly string[]) => {
      const units = new Map<string, Actor>()
      for (const code of codes) units.set(code, await staffOf('unit_staff', code))
      return units
    }
    for (const districtCode of districts) {
      for (const orgCode of unitCodes(districtCode)) await register(em, orgCode, districtCode, now)
      for (const orgCode of departmentCodes(districtCode))
        await insertDepartment(em, { orgCode, districtCode, addedAt: now })
    }
    const places = new Map<string, Place>()
    for (const { code, parentCode, districtCode } of communities) {
      places.set(code, {
        ...{ communityCode: code, districtCode, unitCode: teamOf(districtCode) },
        others: communities.filter((other) => other.districtCode === districtCode).map((other) => other.code),
        residents: await makeResidents(em, code, now),
        community: await staffOf('community_staff', code),
        street: await staffOf('street_staff', parentCode ?? ''),
        district: await staffOf('district_admin', districtCode),
        units: await unitStaff(unitCodes(districtCode)),
        departments: await unitStaff(departmentCodes(districtCode)),
      })
    }
    return places
  })
}

const departmentCodes = (districtCode: string) => [1, 2, 3].map((one) => `${districtCode}-SIMD${one}`)
const unitCodes = (districtCode: string) => [1, 2, 3, 4].map((one) => `${districtCode}-SIMU${one}`)
const teamOf = (districtCode: string) => `${districtCode}-SIM`

async function makeTeams(services: Services, districts: readonly string[], now: Date): Promise<void> {
  const lines = districts.flatMap((code) => [
    `${teamOf(code)},${code},unit,模拟维修队`,
    ...unitCodes(code).map((unit) => `${unit},${code},unit,模拟志愿队`),
    ...departmentCodes(code).map((department) => `${department},${code},unit,模拟部门`),
  ])
  const { bad } = await importOrgs(services, Buffer.from(['code,parent_code,level,name', ...lines].join('\n')), { now })
  if (bad.length > 0) throw new Error(bad.map(({ message }) => message).join('; '))
}

/** For the whole of its district. */
async function register(em: EntityManager, orgCode: string, districtCode: string, now: Date): Promise<void> {
  await insertUnit(em, {
    ...{ orgCode, districtCode, parentCode: districtCode, kind: 'volunteers', categories: [], tags: [], areaCodes: [] },
    ...{ isActive: true, openClaims: 0, version: 1, updatedAt: now },
  })
}

async function makeResidents(em: EntityManager, communityCode: string, now: Date): Promise<Actor[]> {
  const residents: Actor[] = []
  for (let one = 0; one < residentsEach; one++) {
    const personId = await insertPerson(em, now, { communityCode })
    await recordConsent(em, { personId, source: 'import', at: now })
    residents.push({ personId, memberships: [] })
  }
  return residents
}

async function makeStaff(em: EntityManager, role: Role, orgCode: string, now: Date): Promise<Actor> {
  const personId = await insertPerson(em, now)
  await insertRow(em, Membership, { id: newId(now), personId, orgCode, role, grantedAt: now, revokedAt: null })
  return loadActor(em, personId)
}
