import type { UpdateMe } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { isDuplicateKey } from '../../../db/retry'
import { updateRows } from '../../../db/rows'
import { alreadyExists, forbidden, invalidField } from '../../../errors'
import { findOrg, isValidOn } from '../../orgs'
import { Person } from '../identity.entity'
import { findPerson } from '../identity.repository'
import { forgetNames } from '../shown-names'

/**
 * Changes what a person may change of themselves. A confirmed phone also brings them the orders that others placed
 * for that phone: the caller does so with the answer's `phoneHash`.
 */
export async function updateMe(ctx: Ctx, input: UpdateMe): Promise<{ phoneHash: string | null }> {
  const { db, personalData, wechat } = ctx.services
  const change: Partial<Person> = { updatedAt: ctx.now }
  if (input.name !== undefined) change.nameSealed = personalData.seal(input.name, 'name')
  const isMoving = input.communityCode !== undefined && input.communityCode !== (await presentCommunity(ctx))
  if (input.communityCode !== undefined && isMoving) {
    const community = await findOrg(db.reader, input.communityCode)
    if (community?.level !== 'community' || !isValidOn(community, chinaDate(ctx.now))) {
      throw invalidField('communityCode', 'unknown', '没有这个社区，请重新选择')
    }
    change.communityCode = input.communityCode
    change.communityConfirmedAt = null
  }
  if (input.phoneCode !== undefined) {
    if (!wechat) throw forbidden('这里没有开启微信登录，不能用微信确认手机号')
    const phone = await wechat.phoneNumber(input.phoneCode)
    change.phoneSealed = personalData.seal(phone, 'phone')
    change.phoneHash = personalData.phoneHash(phone)
  }
  try {
    await db.unitOfWork((em) => updateRows(em, Person, change, 'id = ?', [ctx.actor.personId]))
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists('这个手机号已经登记在另一个账号上，请联系社区核对')
    throw error
  }
  if (input.name !== undefined) forgetNames()
  return { phoneHash: change.phoneHash ?? null }
}

/** Naming it again is no move, and keeps what staff confirmed. */
async function presentCommunity({ services, actor }: Ctx): Promise<string | null | undefined> {
  return (await findPerson(services.db.reader, actor.personId))?.communityCode
}
