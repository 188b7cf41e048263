import type { PlaceTask } from '@xinban/shared/contracts'
import { publicTitleIssue } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { marks, query } from '../../../db/sql'
import { forbidden, invalidField } from '../../../errors'
import { clockRules } from '../../calendar'
import { findOrg } from '../../orgs'
import { planClocks, writeClocks } from '../clocks/clockwork'
import { freshOrder } from '../commands/fresh-order'
import { orderableCommunity } from '../commands/place-order'
import { nobody } from '../default-reviews/default-review'
import type { OrderPrivate, OrderRow } from '../order.entity'
import { insertOrder } from '../order.repository'

/**
 * A department asks units for help: an order of the department, not of whoever writes it, which the street of the place
 * looks at first and no community has in hand (docs/adr/0024). Throws forbidden for whoever speaks for no department,
 * invalid for a community that is none of the district or a title that tells of a person.
 * @returns the order's id
 */
export async function placeTask(ctx: Ctx, input: PlaceTask): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const used = await expectDepartment(em, ctx, input.membershipId)
    const community = await orderableCommunity(em, ctx, await findOrg(em, input.communityCode))
    if (community.districtCode !== used.districtCode) {
      throw invalidField('communityCode', 'elsewhere', '请选择本区的社区')
    }
    const issue = publicTitleIssue(input.title, [input.contact.name])
    if (issue !== null) throw invalidField('title', 'personal', issue)
    const id = newId(ctx.now)
    const order: Omit<OrderRow, 'no'> = {
      ...{ ...freshOrder, id, kind: 'wish', clocks: [], limitDays: null, sourceRef: null },
      ...{
        districtCode: community.districtCode,
        streetCode: community.parentCode ?? '',
        communityCode: community.code,
      },
      ...{ ownerId: null, placedById: nobody, ownerOrgCode: used.orgCode, isOnBehalf: false, requesterName: null },
      ...{ serviceItemId: null, serviceItemVersion: null, urgency: 'normal', visibility: 'private' },
      ...{ title: input.title, publicTitle: input.title, wishCategory: input.category, place: input.place || null },
      ...{ offeredAt: ctx.now, placedAt: ctx.now, updatedAt: ctx.now },
    }
    const rules = await clockRules(em, order.districtCode)
    const clocks = await planClocks(em, ctx, rules, order, { action: 'place', from: null })
    await insertOrder(em, ctx, { ...order, ...clocks?.onOrder }, personalSide(ctx, id, input), {
      ...{ action: 'place', to: 'submitted', used, data: { isOffered: true } },
    })
    if (clocks) await writeClocks(em, clocks)
    return id
  })
}

/** No features: what a department asks is compared with nothing that residents ask. */
function personalSide({ services: { personalData } }: Ctx, orderId: string, input: PlaceTask): OrderPrivate {
  const { content, contact } = input
  return {
    ...{ orderId, content, features: null, contactSealed: personalData.sealJson(contact, 'contact') },
    ...{ pointSealed: null, beneficiarySealed: null, beneficiaryPhoneHash: null },
  }
}

/** By which membership someone speaks for a department that streets can whistle for. Throws forbidden. */
export async function expectDepartment(
  em: EntityManager,
  { actor }: Pick<Ctx, 'actor'>,
  membershipId: string | undefined,
): Promise<ActorMembership> {
  const own = actor.memberships.filter(
    ({ id, role }) => role === 'unit_staff' && (membershipId === undefined || id === membershipId),
  )
  const codes = own.map(({ orgCode }) => orgCode)
  const rows =
    codes.length === 0
      ? []
      : await query<{ code: string }>(
          em,
          `SELECT org_code AS code FROM departments WHERE org_code IN (${marks(codes)})`,
          codes,
        )
  const departments = new Set(rows.map(({ code }) => code))
  const used = own.find(({ orgCode }) => departments.has(orgCode))
  if (!used) throw forbidden('任务由区里的部门来发布；你的单位不在部门名单里，请联系区管理员')
  return used
}
