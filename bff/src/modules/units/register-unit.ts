import type { RegisterUnit, UpdateUnit } from '@xinban/shared/contracts'
import { isCodeOf, isWithin, orgPath } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { newId } from '../../db/ids'
import { insertRow, updateRows } from '../../db/rows'
import { alreadyExists, forbidden, invalidField, notFound, versionMismatch } from '../../errors'
import { writeOutbox } from '../../outbox/write-outbox'
import { query } from '../../db/sql'
import { findOrg, forgetOrgs, Org } from '../orgs'
import { maySeeUnit, mayRegister } from './unit.policy'
import { findUnit, insertUnit, updateUnit } from './unit.repository'

/**
 * A district or a street registers a unit, which from then on may claim wishes: an org of the file that is no unit of
 * this list yet (same name, same parent), or a new one under a code of its own.
 * Throws forbidden, invalid, already_exists. @returns its code
 */
export async function registerUnit(ctx: Ctx, body: RegisterUnit): Promise<string> {
  const code = await ctx.services.db.unitOfWork(async (em) => {
    const parent = await findOrg(em, body.parentCode)
    if (!parent || parent.level === 'grid' || parent.level === 'unit') {
      throw invalidField('parentCode', 'unknown', '请选择由哪个区、街道或社区登记')
    }
    const used = mayRegister(ctx.actor, parent.path)
    if (!used) throw forbidden('单位由所在的街道或区来登记')
    await checkAreas(em, body.areaCodes, parent)
    const known = await findUnitOrg(em, parent.code, body.name)
    if (known && (await findUnit(em, known.code))) throw alreadyExists(`「${body.name}」已经登记过了`)
    const orgCode = known?.code ?? (await addOrg(em, ctx, parent, body.name))
    const { kind, categories, tags, areaCodes } = body
    await insertUnit(em, {
      ...{ orgCode, districtCode: parent.districtCode, parentCode: parent.code, kind },
      ...{ categories: [...new Set(categories)], tags: [...new Set(tags)], areaCodes: [...new Set(areaCodes)] },
      ...{ isActive: true, openClaims: 0, version: 1, updatedAt: ctx.now },
    })
    await writeOutbox(em, 'unit.registered', { unitCode: orgCode, by: used.id }, ctx.now)
    return orgCode
  })
  forgetOrgs()
  return code
}

/** Whoever registered it changes what is said of it. Throws not_found, forbidden, invalid, version_mismatch, lost_race. */
export async function changeUnit(
  ctx: Ctx,
  { code, expectedVersion }: { code: string; expectedVersion: number | undefined },
  body: UpdateUnit,
): Promise<string> {
  await ctx.services.db.unitOfWork(async (em) => {
    const [unit, org] = [await findUnit(em, code), await findOrg(em, code)]
    if (!unit || !org || !maySeeUnit(ctx.actor, org)) throw notFound('这个单位')
    const parent = await findOrg(em, unit.parentCode)
    const used = parent && mayRegister(ctx.actor, parent.path)
    if (!used) throw forbidden('单位由登记它的街道或区来改')
    if (expectedVersion !== undefined && expectedVersion !== unit.version) throw versionMismatch()
    await checkAreas(em, body.areaCodes, parent)
    const { name, kind, categories, tags, areaCodes, isActive } = body
    const changed = { kind, isActive, categories: [...new Set(categories)], tags: [...new Set(tags)] }
    await updateUnit(em, unit, { ...changed, areaCodes: [...new Set(areaCodes)], updatedAt: ctx.now })
    if (name !== org.name) await updateRows(em, Org, { name, updatedAt: ctx.now }, 'code = ?', [code])
    await writeOutbox(em, 'unit.changed', { unitCode: code, by: used.id }, ctx.now)
  })
  forgetOrgs()
  return code
}

async function checkAreas(em: EntityManager, codes: readonly string[], parent: Org): Promise<void> {
  for (const code of codes) {
    const area = await findOrg(em, code)
    const isPlace = area?.level === 'street' || area?.level === 'community'
    if (!isPlace || !isWithin(area.path, parent.path)) {
      throw invalidField('areaCodes', 'unknown', `服务范围要在${parent.name}里选街道或社区`)
    }
  }
}

async function findUnitOrg(em: EntityManager, parentCode: string, name: string) {
  const [row] = await query<{ code: string }>(
    em,
    `SELECT code FROM orgs WHERE parent_code = ? AND level = 'unit' AND name = ? ORDER BY code LIMIT 1`,
    [parentCode, name],
  )
  return row
}

/** A code that no file gives: the district's, and the random end of an id. */
async function addOrg(em: EntityManager, { now }: Ctx, parent: Org, name: string): Promise<string> {
  const code = `${parent.districtCode}-R${newId(now).slice(-12).toUpperCase()}`
  if (!isCodeOf('unit', code)) throw new Error(`${code} is no code of a unit`)
  await insertRow(em, Org, {
    ...{ code, parentCode: parent.code, level: 'unit', name, path: orgPath(parent.path, code) },
    ...{ districtCode: parent.districtCode, servicePhone: null, validUntil: null, successorCode: null },
    ...{ isDemo: parent.isDemo, updatedAt: now },
  })
  return code
}
