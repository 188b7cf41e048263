import type { ChangePassword } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { selectRows, updateRows } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { forbidden, invalidField } from '../../../errors'
import { Account } from '../identity.entity'
import { hashPassword, isPasswordRight } from '../passwords'
import { hashToken } from '../tokens'
import { beginPasswordAttempt, forgetPasswordAttempts } from './password-attempts'

/**
 * Sets a new password and ends every other session of the person, whoever holds it.
 * Throws forbidden for someone who signs in without a password, invalid for a wrong present or a weak new one,
 * account_locked after five wrong ones, as at signing in.
 * @param token the session that goes on
 */
export async function changePassword(ctx: Ctx, { current, next }: ChangePassword, token: string): Promise<void> {
  const { db } = ctx.services
  const { personId } = ctx.actor
  const accounts = await selectRows(db.reader, Account, 'WHERE person_id = ? AND password_hash IS NOT NULL', [personId])
  const [account] = accounts
  if (!account) throw forbidden('你的账号不用密码登录，不需要修改密码')
  await beginPasswordAttempt(ctx.services, account.name, ctx.now)
  if (!(await isPasswordRight(account.passwordHash, current))) {
    throw invalidField('current', 'wrong', '现在的密码不对，请重新填写')
  }
  await forgetPasswordAttempts(ctx.services, account.name)
  const passwordHash = await hashPassword(next, account.name, 'next')
  await db.unitOfWork(async (em) => {
    await updateRows(em, Account, { passwordHash }, 'name = ?', [account.name])
    await execute(em, 'DELETE FROM sessions WHERE person_id = ? AND token_hash <> ?', [personId, hashToken(token)])
  })
}
