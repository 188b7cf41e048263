import { createHash } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Actor, Services } from '../context'
import { newId } from '../db/ids'
import { insertRow, updateRows } from '../db/rows'
import { recordConsent } from '../modules/consents'
import { findAccount, insertAccount, insertPerson, loadActor, Membership } from '../modules/identity'

/** Accounts without a password: nobody can sign in as one of these. */
const accountOf = (name: string) => `replay:${name}`
const importer = accountOf('importer')

/** The same user always lives in the same community, whichever database or run. */
export function communityFor(communities: readonly string[]): (user: string) => string {
  const sorted = [...communities].sort()
  return (user) => {
    const hash = createHash('sha256').update(user).digest().readUInt32BE(0)
    return sorted[hash % sorted.length] ?? ''
  }
}

/**
 * The person a replayed user is; made on first sight, without name, phone or password. That they may be entered is the
 * word of whoever imports them, and is kept as such.
 */
export async function residentActor(services: Services, user: string, now: Date): Promise<Actor> {
  const hashed = createHash('sha256').update(user).digest('hex').slice(0, 32)
  const personId = await services.db.unitOfWork(async (em) => {
    const personId = await personOf(em, accountOf(hashed), now)
    await recordConsent(em, { personId, source: 'import', at: now })
    return personId
  })
  return { personId, memberships: [] }
}

/** The importer as staff of a community, by a membership that `dismissImporter` takes back. */
export async function importerActor(services: Services, communityCode: string, now: Date): Promise<Actor> {
  return services.db.unitOfWork(async (em) => {
    const personId = await personOf(em, importer, now)
    const { memberships } = await loadActor(em, personId)
    const own = memberships.filter((membership) => membership.orgCode === communityCode)
    if (own.length > 0) return { personId, memberships: own }
    await insertRow(em, Membership, {
      id: newId(now),
      personId,
      orgCode: communityCode,
      role: 'community_staff',
      grantedAt: now,
      revokedAt: null,
    })
    const granted = await loadActor(em, personId)
    return { personId, memberships: granted.memberships.filter(({ orgCode }) => orgCode === communityCode) }
  })
}

/** Ends the importer's roles: it worked only as long as the import ran. */
export async function dismissImporter(services: Services, now: Date): Promise<void> {
  await services.db.unitOfWork(async (em) => {
    const account = await findAccount(em, importer)
    if (!account) return
    await updateRows(em, Membership, { revokedAt: now }, 'person_id = ? AND revoked_at IS NULL', [account.personId])
  })
}

async function personOf(em: EntityManager, name: string, now: Date): Promise<string> {
  const known = await findAccount(em, name)
  if (known) return known.personId
  const personId = await insertPerson(em, now)
  await insertAccount(em, now, { name, personId })
  return personId
}
