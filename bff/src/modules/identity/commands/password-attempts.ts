import type { Services } from '../../../context'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow, selectRows, updateRows } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { accountLocked } from '../../../errors'
import { PasswordAttempts } from '../identity.entity'
import { accountName } from '../identity.repository'
import { beginAttempt, lockedSeconds, lockMs, type LockState } from '../lockout'

const none: LockState = { failures: 0, lockedUntil: null }

/** Names that no account has are counted like the others, so that a lock tells nobody which ones exist. */
const keyOf = ({ personalData }: Services, name: string) => personalData.nameHash(accountName(name))

/**
 * Counts an attempt before the password is looked at, so that many at once get no more tries than one after the other.
 * Throws account_locked after five without a success.
 */
export async function beginPasswordAttempt(services: Services, name: string, now: Date): Promise<void> {
  const { db } = services
  const nameHash = keyOf(services, name)
  for (;;) {
    const [row] = await selectRows(db.reader, PasswordAttempts, 'WHERE name_hash = ?', [nameHash])
    const seconds = lockedSeconds(row ?? none, now)
    if (seconds > 0) throw accountLocked(seconds)
    const next = { ...beginAttempt(row ?? none, now), lastAt: now }
    if (await db.unitOfWork((em) => count(em, nameHash, row, next))) return
  }
}

async function count(
  em: Parameters<typeof insertRow>[0],
  nameHash: string,
  before: PasswordAttempts | undefined,
  next: Omit<PasswordAttempts, 'nameHash'>,
): Promise<boolean> {
  if (before) {
    return (
      (await updateRows(em, PasswordAttempts, next, 'name_hash = ? AND failures = ?', [nameHash, before.failures])) ===
      1
    )
  }
  try {
    await insertRow(em, PasswordAttempts, { nameHash, ...next })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/** After a right password: the count begins anew. */
export async function forgetPasswordAttempts(services: Services, name: string): Promise<void> {
  const nameHash = keyOf(services, name)
  await services.db.unitOfWork((em) => execute(em, 'DELETE FROM password_attempts WHERE name_hash = ?', [nameHash]))
}

/** Drops counts whose lock is over, and sessions that are. @returns how many rows went */
export async function sweepSignIns({ services: { db }, now }: { services: Services; now: Date }): Promise<number> {
  const before = new Date(now.getTime() - lockMs)
  return db.unitOfWork(async (em) => {
    const attempts = await execute(em, 'DELETE FROM password_attempts WHERE last_at < ?', [before])
    return attempts + (await execute(em, 'DELETE FROM sessions WHERE expires_at < ?', [now]))
  })
}
