import type { Role } from '@xinban/shared/domain'
import type { Actor, Services } from '../src/context'
import { newId } from '../src/db/ids'
import { insertRow } from '../src/db/rows'
import { insertConsent } from '../src/modules/consents/consent.repository'
import { insertPerson, loadActor, Membership } from '../src/modules/identity'
import { SessionRow } from '../src/modules/identity/identity.entity'
import { hashToken, newToken } from '../src/modules/identity/tokens'
import { findOrg, importOrgs } from '../src/modules/orgs'
import { findUnit, insertUnit } from '../src/modules/units'
import { ApiClient } from './client'
import type { TestClock } from './clock'

/** Codes of one district: two streets, three communities, their grids, and units at every level. */
interface District {
  readonly code: string
  readonly street: string
  readonly otherStreet: string
  readonly community: string
  /** Another community of the same street. */
  readonly neighbour: string
  /** A community of the other street. */
  readonly far: string
  readonly grid: string
  readonly secondGrid: string
  readonly neighbourGrid: string
  readonly unit: string
  readonly streetUnit: string
  readonly districtUnit: string
  readonly neighbourUnit: string
}

/** Someone who is signed in. */
export class Caller extends ApiClient {
  constructor(
    url: string,
    token: string,
    readonly personId: string,
    /** In the order in which they were asked for. */
    readonly membershipIds: readonly string[],
    private readonly services: Services,
  ) {
    super(url, token)
  }

  get membershipId(): string {
    const [first] = this.membershipIds
    if (first === undefined) throw new Error('this caller has no membership')
    return first
  }

  /** For commands that are called without HTTP. */
  actor(): Promise<Actor> {
    return loadActor(this.services.db.reader, this.personId)
  }
}

interface NewPerson {
  readonly name?: string
  readonly phone?: string
  readonly communityCode?: string
  /** Staff confirmed that they live there; with a phone they are verified. */
  readonly isConfirmed?: boolean
  /** Whether they agreed to the privacy notice; who has not places no orders. */
  readonly hasAgreed?: boolean
  readonly roles?: readonly (readonly [Role, string])[]
}

export interface World extends District {
  /** A district beside, with everything of its own. */
  readonly elsewhere: District
  person(details?: NewPerson): Promise<Caller>
  staff(role: Role, orgCode: string): Promise<Caller>
  /** A member of a unit that is registered for claims, as it serves where it stands. */
  unitStaff(orgCode: string): Promise<Caller>
}

let districts = 0

export async function makeWorld(services: Services, clock: TestClock, url: string): Promise<World> {
  const here = await makeDistrict(services, clock)
  const elsewhere = await makeDistrict(services, clock)
  const person = (details: NewPerson = {}) => makePerson(services, clock, url, details)
  const staff = (role: Role, orgCode: string) => person({ roles: [[role, orgCode]] })
  const unitStaff = async (orgCode: string) => {
    await registerUnit(services, clock, orgCode)
    return staff('unit_staff', orgCode)
  }
  return { ...here, elsewhere, person, staff, unitStaff }
}

async function registerUnit({ db }: Services, clock: TestClock, orgCode: string): Promise<void> {
  await db.unitOfWork(async (em) => {
    const org = await findOrg(em, orgCode)
    if (!org?.parentCode) throw new Error(`no unit ${orgCode}`)
    if (await findUnit(em, orgCode)) return
    const { districtCode, parentCode } = org
    await insertUnit(em, {
      ...{ orgCode, districtCode, parentCode, kind: 'volunteers', categories: ['repair'], tags: [], areaCodes: [] },
      ...{ isActive: true, openClaims: 0, version: 1, updatedAt: clock.now() },
    })
  })
}

async function makeDistrict(services: Services, clock: TestClock): Promise<District> {
  districts += 1
  const code = String(910000 + districts)
  const [street, otherStreet] = [`${code}001`, `${code}002`]
  const [community, neighbour, far] = [`${street}001`, `${street}002`, `${otherStreet}001`]
  const district: District = {
    ...{ code, street, otherStreet, community, neighbour, far },
    grid: `${community}001`,
    secondGrid: `${community}002`,
    neighbourGrid: `${neighbour}001`,
    unit: `${code}-U1`,
    streetUnit: `${code}-U2`,
    districtUnit: `${code}-U3`,
    neighbourUnit: `${code}-U4`,
  }
  const rows = [
    'code,parent_code,level,name',
    `${code},,district,试验区${districts}`,
    `${street},${code},street,东街街道`,
    `${otherStreet},${code},street,西街街道`,
    `${community},${street},community,槐树社区`,
    `${neighbour},${street},community,柳树社区`,
    `${far},${otherStreet},community,松树社区`,
    `${district.grid},${community},grid,槐树第一网格`,
    `${district.secondGrid},${community},grid,槐树第二网格`,
    `${district.neighbourGrid},${neighbour},grid,柳树第一网格`,
    `${district.unit},${community},unit,槐树维修队`,
    `${district.streetUnit},${street},unit,东街志愿队`,
    `${district.districtUnit},${code},unit,区法律服务队`,
    `${district.neighbourUnit},${neighbour},unit,柳树维修队`,
  ]
  const report = await importOrgs(services, Buffer.from(rows.join('\n')), { now: clock.now() })
  if (report.added !== rows.length - 1) throw new Error(`the world was not made: ${JSON.stringify(report)}`)
  return district
}

async function makePerson(
  services: Services,
  clock: TestClock,
  url: string,
  { name = '测试员', phone, communityCode, isConfirmed = false, hasAgreed = true, roles = [] }: NewPerson,
): Promise<Caller> {
  const { db, personalData } = services
  const now = clock.now()
  const token = newToken()
  const membershipIds = roles.map(() => newId(now))
  const personId = await db.unitOfWork(async (em) => {
    const personId = await insertPerson(em, now, {
      nameSealed: personalData.seal(name, 'name'),
      ...(phone !== undefined && {
        phoneSealed: personalData.seal(phone, 'phone'),
        phoneHash: personalData.phoneHash(phone),
      }),
      communityCode: communityCode ?? null,
      communityConfirmedAt: isConfirmed ? now : null,
    })
    if (hasAgreed) await insertConsent(em, { personId, kind: 'personal_data', source: 'self', at: now })
    const expiresAt = new Date(now.getTime() + 365 * 86_400_000)
    await insertRow(em, SessionRow, {
      ...{ tokenHash: hashToken(token), personId, provider: 'password', createdAt: now, expiresAt },
    })
    for (const [index, [role, orgCode]] of roles.entries()) {
      const id = membershipIds[index] ?? ''
      await insertRow(em, Membership, { id, personId, orgCode, role, grantedAt: now, revokedAt: null })
    }
    return personId
  })
  return new Caller(url, token, personId, membershipIds, services)
}
