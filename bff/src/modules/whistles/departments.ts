import { chinaDate } from '@xinban/shared/domain'
import type { OrgRef } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { membershipFor } from '../identity'
import { findOrg, findOrgs, isValidOn, orgRef, type Org } from '../orgs'
import { deleteDepartment, insertDepartment, listDepartmentCodes } from './department.repository'

/** Departments of the caller's district that still are. Throws forbidden for whoever has no role. */
export async function presentDepartments(ctx: Ctx, membershipId: string | undefined): Promise<{ items: OrgRef[] }> {
  const { reader } = ctx.services.db
  const { districtCode } = membershipFor(ctx, membershipId)
  const codes = await listDepartmentCodes(reader, districtCode)
  const orgs = await findOrgs(reader, codes)
  const today = chinaDate(ctx.now)
  return {
    items: codes.flatMap((code) => {
      const org = orgs.get(code)
      return org && isValidOn(org, today) ? [orgRef(org)] : []
    }),
  }
}

/** Makes a unit of the district a department; again, it stays one. Throws not_found, forbidden. */
export function addDepartment(ctx: Ctx, code: string): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { districtCode } = await unitOf(em, ctx, code)
    await insertDepartment(em, { orgCode: code, districtCode, addedAt: ctx.now })
  })
}

/** Throws not_found also for a unit that is none, forbidden. */
export function removeDepartment(ctx: Ctx, code: string): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    await unitOf(em, ctx, code)
    if (!(await deleteDepartment(em, code))) throw notFound('这个部门')
  })
}

async function unitOf(em: EntityManager, { actor }: Ctx, code: string): Promise<Org> {
  const unit = await findOrg(em, code)
  if (unit?.level !== 'unit') throw notFound('这个单位')
  const isTheirs = actor.memberships.some(
    ({ role, orgCode }) => role === 'district_admin' && orgCode === unit.districtCode,
  )
  if (!isTheirs) throw forbidden('部门名单由区管理员维护')
  return unit
}
