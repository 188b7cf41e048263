import { randomInt } from 'node:crypto'
import type { BlowWhistle } from '@xinban/shared/contracts'
import {
  chinaDate,
  whistleDues,
  whistleLimitsOf,
  whistleSteps,
  whistleWarnAt,
  type Due,
  type WhistleStep,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalidField } from '../../../errors'
import { clockRules } from '../../calendar'
import { findOrder } from '../../orders'
import { findOrgs, isValidOn } from '../../orgs'
import { storePoint } from '../../places'
import { listDepartmentCodes } from '../department.repository'
import { wakeOf } from '../whistle-steps'
import type { Reckonings, WhistlePartyRow, WhistleRow } from '../whistle.entity'
import { blowerOf } from '../whistle.policy'
import { insertWhistle } from '../whistle.repository'

/**
 * A street calls departments of its district; the clocks of each begin now (docs/adr/0016). Throws forbidden for whoever
 * is no street, invalid for departments that there are not and for an order of another territory.
 * @returns the whistle's id
 */
export function blowWhistle(ctx: Ctx, input: BlowWhistle): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const used = blowerOf(ctx.actor, input.membershipId)
    if (!used) throw forbidden('吹哨由街道（镇）来做。社区办不了的事，请先报给街道')
    await expectDepartments(em, ctx, used, input.departmentCodes)
    await expectOrder(em, used, input.orderId)
    const whistle = freshWhistle(ctx, used, input)
    const { calendar, limits } = await clockRules(em, used.districtCode, [used.orgCode])
    const dues = whistleDues(calendar, ctx.now, input.kind, whistleLimitsOf(limits))
    const clocks = { dues, warnAt: (due: Due) => whistleWarnAt(calendar, due, limits.warnPercent) }
    const parties = input.departmentCodes.map((code, position) => freshParty(ctx, whistle, clocks, { code, position }))
    await insertWhistle(em, ctx, whistle, parties, {
      ...{ action: 'blow', to: 'blown', used, departmentCode: null },
      ...{ note: input.content, attachments: input.attachments },
    })
    return whistle.id
  })
}

async function expectDepartments(
  em: EntityManager,
  ctx: Ctx,
  { districtCode }: ActorMembership,
  codes: readonly string[],
): Promise<void> {
  const known = new Set(await listDepartmentCodes(em, districtCode))
  const orgs = await findOrgs(em, codes)
  for (const [index, code] of codes.entries()) {
    const org = orgs.get(code)
    if (!org || !known.has(code) || !isValidOn(org, chinaDate(ctx.now))) {
      throw invalidField(`departmentCodes.${index}`, 'unknown', '这个部门不在区里的部门名单里，请重新选择')
    }
  }
}

async function expectOrder(em: EntityManager, { orgCode }: ActorMembership, orderId: string | undefined) {
  if (orderId === undefined) return
  const order = await findOrder(em, orderId)
  if (order?.streetCode !== orgCode) throw invalidField('orderId', 'unknown', '辖区里没有这个单，请核对后再关联')
}

function freshWhistle(
  { now }: Ctx,
  { districtCode, orgCode }: ActorMembership,
  { kind, title, place, point, orderId, departmentCodes, leadCode }: BlowWhistle,
): Omit<WhistleRow, 'no'> {
  return {
    ...{ id: newId(now), kind, status: 'blown', isOpen: true, districtCode, streetCode: orgCode },
    leadCode: leadCode ?? departmentCodes[0] ?? '',
    ...{ title, place, ...storePoint(point), placeCode: String(randomInt(1_000_000)).padStart(6, '0') },
    ...{ orderId: orderId ?? null, isSentBack: false, departmentCount: departmentCodes.length },
    ...{ blownAt: now, closedAt: null, updatedAt: now, version: 1 },
  }
}

function freshParty(
  { now }: Ctx,
  { id, districtCode, leadCode }: Omit<WhistleRow, 'no'>,
  { dues, warnAt }: { dues: Readonly<Record<WhistleStep, Due>>; warnAt: (due: Due) => Date },
  { code, position }: { code: string; position: number },
): WhistlePartyRow {
  const reckonings = Object.fromEntries(
    whistleSteps.map((step) => {
      const { explanation, isProvisional } = dues[step]
      return [step, { explanation: [...explanation], isProvisional }]
    }),
  ) as unknown as Reckonings
  const party = {
    ...{ id: newId(now), whistleId: id, districtCode, departmentCode: code, position },
    ...{ isLead: code === leadCode, isOpen: true, state: 'called' as const, refusedFrom: null, isOverruled: false },
    ...{ signWarnAt: warnAt(dues.sign), contactWarnAt: warnAt(dues.contact), attendWarnAt: warnAt(dues.attend) },
    ...{ signWarnedAt: null, contactWarnedAt: null, attendWarnedAt: null },
    ...{ signDueAt: dues.sign.at, signDoneAt: null, signOverdueAt: null },
    ...{ contactDueAt: dues.contact.at, contactDoneAt: null, contactOverdueAt: null },
    ...{ attendDueAt: dues.attend.at, attendDoneAt: null, attendOverdueAt: null },
    ...{ reckonings, stars: null, streetStars: null, version: 1 },
  }
  return { ...party, wakeAt: wakeOf(party, 'blown') }
}
