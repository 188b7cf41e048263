import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { insertRow, selectRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { writeOutbox } from '../../outbox/write-outbox'
import { Account, MemberChangeRow, Membership, Person, SessionRow, WechatIdentity } from './identity.entity'
import { hashToken } from './tokens'

export async function findPerson(em: EntityManager, personId: string): Promise<Person | undefined> {
  const [person] = await selectRows(em, Person, 'WHERE id = ?', [personId])
  return person
}

export async function findPersons(em: EntityManager, ids: Iterable<string>): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await selectRows(em, Person, `WHERE id IN (${marks(wanted)})`, wanted)
  return new Map(rows.map((person) => [person.id, person]))
}

export async function findPersonByPhone(em: EntityManager, phoneHash: string): Promise<Person | undefined> {
  const [person] = await selectRows(em, Person, 'WHERE phone_hash = ?', [phoneHash])
  return person
}

/** Account names are compared in lower case. */
export const accountName = (name: string): string => name.trim().toLowerCase()

export async function findAccount(em: EntityManager, name: string): Promise<Account | undefined> {
  const [account] = await selectRows(em, Account, 'WHERE name = ?', [accountName(name)])
  return account
}

/** Whether a person has an account with a password; demo accounts have none. */
export async function hasPassword(em: EntityManager, personId: string): Promise<boolean> {
  const sql = 'SELECT name FROM accounts WHERE person_id = ? AND password_hash IS NOT NULL LIMIT 1'
  return (await query(em, sql, [personId])).length > 0
}

export async function findWechatIdentity(
  em: EntityManager,
  appid: string,
  openid: string,
): Promise<WechatIdentity | undefined> {
  const [identity] = await selectRows(em, WechatIdentity, 'WHERE appid = ? AND openid = ?', [appid, openid])
  return identity
}

/** Where a person is signed in, newest first. @param token tells which of them is the present one */
export async function findSessions(
  em: EntityManager,
  personId: string,
  now: Date,
  token: string,
): Promise<(SessionRow & { isCurrent: boolean })[]> {
  const tail = 'WHERE person_id = ? AND expires_at > ? ORDER BY created_at DESC'
  const rows = await selectRows(em, SessionRow, tail, [personId, now])
  return rows.map((row) => ({ ...row, isCurrent: row.tokenHash === hashToken(token) }))
}

/** A role that still holds. */
export async function findMembership(em: EntityManager, membershipId: string): Promise<Membership | undefined> {
  const [membership] = await selectRows(em, Membership, 'WHERE id = ? AND revoked_at IS NULL', [membershipId])
  return membership
}

/** Notes that a role was given or taken back, in the transaction that does so, and lets the world know. */
export async function noteMemberChange(
  em: EntityManager,
  row: Pick<MemberChangeRow, 'at' | 'change' | 'membershipId' | 'byMembershipId' | 'districtCode'>,
): Promise<void> {
  await insertRow(em, MemberChangeRow, { id: newId(row.at), ...row })
  const { membershipId, byMembershipId: by } = row
  await writeOutbox(em, `membership.${row.change}`, { membershipId, by }, row.at)
}

/** Adds a person of whom nothing but `details` is known. @returns their id */
export async function insertPerson(em: EntityManager, now: Date, details: Partial<Person> = {}): Promise<string> {
  const id = newId(now)
  await insertRow(em, Person, {
    id,
    nameSealed: null,
    phoneSealed: null,
    phoneHash: null,
    communityCode: null,
    communityConfirmedAt: null,
    isDemo: false,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    ...details,
  })
  return id
}

/** Adds a sign-in name. Without a password hash nobody signs in by it, but demo mode with a demo account. */
export async function insertAccount(
  em: EntityManager,
  now: Date,
  account: Pick<Account, 'name' | 'personId'> & Partial<Pick<Account, 'passwordHash' | 'isDemo'>>,
): Promise<void> {
  await insertRow(em, Account, {
    passwordHash: null,
    isDemo: false,
    createdAt: now,
    ...account,
  })
}
