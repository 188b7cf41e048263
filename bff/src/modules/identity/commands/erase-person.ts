import type { EntityManager } from 'typeorm'
import { updateRows } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { Person } from '../identity.entity'

const nobody = {
  ...{ nameSealed: null, phoneSealed: null, phoneHash: null, communityCode: null, communityConfirmedAt: null },
} as const

/**
 * Takes everything from a person but the id, in the running unit of work, with every way to sign in and every session.
 * The name of a demo account is nobody's data and stays; signing in by it makes a new person.
 */
export async function erasePerson(em: EntityManager, personId: string, now: Date): Promise<void> {
  await updateRows(em, Person, { ...nobody, deletedAt: now, updatedAt: now }, 'id = ?', [personId])
  await execute(em, 'DELETE FROM sessions WHERE person_id = ?', [personId])
  await execute(em, 'DELETE FROM wechat_identities WHERE person_id = ?', [personId])
  await execute(em, 'DELETE FROM accounts WHERE person_id = ? AND is_demo = 0', [personId])
}
