import type { GrantMember } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow, selectRows } from '../../../db/rows'
import { alreadyExists, forbidden, invalidField, nobodyWithPhone, notFound } from '../../../errors'
import { findOrg } from '../../orgs'
import { Membership } from '../identity.entity'
import {
  accountName,
  findAccount,
  findPersonByPhone,
  insertAccount,
  insertPerson,
  noteMemberChange,
} from '../identity.repository'
import { isHeldAt, mayGrant } from '../membership.policy'
import { hashPassword } from '../passwords'

/**
 * Gives a role at an org to the person of an account, or to whoever confirmed a phone; a new account is made with the
 * given first password.
 * Throws not_found, forbidden, invalid (role and org do not fit, weak password, nobody named), already_exists.
 * @returns the membership's id
 */
export async function grantMembership(ctx: Ctx, input: GrantMember): Promise<string> {
  const org = await findOrg(ctx.services.db.reader, input.orgCode)
  if (!org) throw notFound('这个组织')
  const used = mayGrant(ctx.actor, input.role, org)
  if (!used) throw forbidden('你不能在这个组织授予这个角色，请联系上级管理员')
  return addMember(ctx, input, used.id)
}

/**
 * The same without asking who grants it: how an operator makes the first administrator of a district.
 * @param grantedBy the granting membership; null for an operator
 */
export async function addMember(
  ctx: Pick<Ctx, 'services' | 'now'>,
  input: GrantMember,
  grantedBy: string | null,
): Promise<string> {
  const { db } = ctx.services
  const org = await findOrg(db.reader, input.orgCode)
  if (!org) throw notFound('这个组织')
  if (!isHeldAt(input.role, org.level)) throw invalidField('role', 'mismatch', '这个角色不能设在这一级组织')
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password, input.account ?? '')
  try {
    return await db.unitOfWork(async (em) => {
      const personId = await personOf(em, ctx, input, passwordHash)
      const id = newId(ctx.now)
      const { role, orgCode } = input
      await refuseTwice(em, personId, input)
      await insertRow(em, Membership, { id, personId, orgCode, role, grantedAt: ctx.now, revokedAt: null })
      const { districtCode } = org
      await noteMemberChange(em, {
        ...{ at: ctx.now, change: 'granted', membershipId: id, byMembershipId: grantedBy, districtCode },
      })
      return id
    })
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists('账号或手机号已被使用，请核对')
    throw error
  }
}

async function refuseTwice(em: EntityManager, personId: string, { role, orgCode }: GrantMember): Promise<void> {
  const where = 'WHERE person_id = ? AND org_code = ? AND role = ? AND revoked_at IS NULL'
  const [same] = await selectRows(em, Membership, where, [personId, orgCode, role])
  if (same) throw alreadyExists('这位成员已经有这个角色')
}

type Server = Pick<Ctx, 'services' | 'now'>

async function personOf(
  em: EntityManager,
  ctx: Server,
  { account, name, phone }: GrantMember,
  passwordHash: string | null,
): Promise<string> {
  if (account !== undefined) {
    const known = await findAccount(em, account)
    return known?.personId ?? newAccount(em, ctx, { account, name, phone }, passwordHash)
  }
  if (phone === undefined) throw invalidField('phone', 'missing', '请填写对方的手机号')
  const person = await findPersonByPhone(em, ctx.services.personalData.phoneHash(phone))
  if (!person) throw nobodyWithPhone()
  return person.id
}

async function newAccount(
  em: EntityManager,
  { services: { personalData }, now }: Server,
  { account, name, phone }: { account: string; name: string | undefined; phone: string | undefined },
  passwordHash: string | null,
): Promise<string> {
  if (name === undefined) throw invalidField('name', 'missing', '新账号需要写明姓名')
  if (passwordHash === null) throw invalidField('password', 'missing', '新账号需要一个初始密码')
  const personId = await insertPerson(em, now, {
    nameSealed: personalData.seal(name, 'name'),
    ...(phone !== undefined && {
      phoneSealed: personalData.seal(phone, 'phone'),
      phoneHash: personalData.phoneHash(phone),
    }),
  })
  await insertAccount(em, now, { name: accountName(account), personId, passwordHash })
  return personId
}
