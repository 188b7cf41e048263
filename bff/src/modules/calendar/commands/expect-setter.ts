import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { findOrg, type Org } from '../../orgs'
import { maySetRules } from '../calendar.policy'

/** The district, for whoever may set its rules. Throws not_found, forbidden. */
export async function expectSetter(
  ctx: Ctx,
  em: EntityManager,
  districtCode: string,
): Promise<{ district: Org; used: ActorMembership }> {
  const district = await findOrg(em, districtCode)
  if (district?.level !== 'district') throw notFound('这个区')
  const used = maySetRules(ctx.actor, district.code)
  if (!used) throw forbidden('工作日和办理时限由区管理员设置，请联系区管理员')
  return { district, used }
}
