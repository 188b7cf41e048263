import type { Unit } from '@xinban/shared/contracts'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { clockRules } from '../calendar'
import { maskedNames } from '../identity'
import { findOrg, findOrgs, orgRef, type Org } from '../orgs'
import type { UnitRow } from './unit.entity'
import { maySeeUnit, mayRegister } from './unit.policy'
import { findUnit, findUnitMembers } from './unit.repository'

/** A presenter for a page of units: names, members and limits of all of them are loaded together. */
export async function unitPresenter(ctx: Ctx, units: readonly UnitRow[]): Promise<(unit: UnitRow) => Unit> {
  const { reader } = ctx.services.db
  const codes = units.map(({ orgCode }) => orgCode)
  const members = await findUnitMembers(reader, codes)
  const nameOf = await maskedNames(
    ctx.services,
    members.map(({ personId }) => personId),
  )
  const orgs = await findOrgs(
    reader,
    units.flatMap(({ orgCode, parentCode, areaCodes }) => [orgCode, parentCode, ...areaCodes]),
  )
  const most = new Map<string, number>()
  for (const code of new Set(units.map(({ districtCode }) => districtCode))) {
    most.set(code, (await clockRules(reader, code)).limits.openClaims)
  }
  const refOf = (code: string) => {
    const org = orgs.get(code)
    return org ? [orgRef(org)] : []
  }
  return (unit) => {
    const { orgCode, parentCode, kind, categories, tags, areaCodes, isActive, openClaims, version } = unit
    const parent = orgs.get(parentCode)
    return {
      ...{ id: orgCode, code: orgCode, name: orgs.get(orgCode)?.name ?? orgCode, kind, categories, tags, isActive },
      parent: parent ? orgRef(parent) : { code: parentCode, name: parentCode, level: 'district' },
      areas: areaCodes.flatMap(refOf),
      ...{ openClaims, mostClaims: most.get(unit.districtCode) ?? 0 },
      members: members.flatMap(({ id, personId, orgCode: at }) =>
        at === orgCode ? [{ id, name: nameOf(personId) }] : [],
      ),
      version,
      allowedActions: parent && mayRegister(ctx.actor, parent.path) ? ['update'] : [],
    }
  }
}

/** A registered unit as its members and those above it see it. Throws not_found. */
export async function presentUnit(ctx: Ctx, code: string): Promise<Unit> {
  const { unit } = await expectUnit(ctx, code)
  return (await unitPresenter(ctx, [unit]))(unit)
}

/** Throws not_found for what is not registered, and for those who have nothing to do with it. */
export async function expectUnit(ctx: Ctx, code: string): Promise<{ unit: UnitRow; org: Org }> {
  const { reader } = ctx.services.db
  const [unit, org] = [await findUnit(reader, code), await findOrg(reader, code)]
  if (!unit || !org || !maySeeUnit(ctx.actor, org)) throw notFound('这个单位')
  return { unit, org }
}
