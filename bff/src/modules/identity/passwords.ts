import { hash, verify } from '@node-rs/argon2'
import { passwordWeakness } from '@xinban/shared/domain'
import { invalidField } from '../../errors'

/** Argon2id. Throws invalid for a password that is too weak. */
export async function hashPassword(password: string, account: string, field = 'password'): Promise<string> {
  const weakness = passwordWeakness(password, account)
  if (weakness !== undefined) throw invalidField(field, 'weak', weakness)
  return hash(password)
}

/** What an unknown account is compared with, so that its answer takes as long as a known one's. */
const absentHash = hash('no account has this password')

export async function isPasswordRight(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await absentHash), password)
  return isRight && Boolean(passwordHash)
}
