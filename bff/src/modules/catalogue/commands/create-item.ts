import type { CreateItem } from '@xinban/shared/contracts'
import { districtOf } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalidField, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg, findOrgs } from '../../orgs'
import { mayEdit } from '../service-item.policy'
import { headOf, insertItem, nextPosition } from '../service-item.repository'

/** Begins an item as a draft. Throws not_found, forbidden, invalid (an org that cannot offer), already_exists. */
export async function createItem(ctx: Ctx, { districtCode, content, offeredBy }: CreateItem): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const district = await findOrg(em, districtCode)
    if (district?.level !== 'district') throw notFound('这个区')
    const used = mayEdit(ctx.actor, districtCode)
    if (!used) throw forbidden('服务事项由区管理员编辑，请联系区管理员')
    const codes = [...new Set(offeredBy ?? [districtCode])]
    await refuseStrangers(em, codes, districtCode)
    const id = newId(ctx.now)
    await insertItem(
      em,
      {
        ...{ id, districtCode, ...headOf(content), draft: content, state: 'draft', publishedVersion: null },
        ...{ position: await nextPosition(em, districtCode), isDemo: false, version: 1, updatedAt: ctx.now },
      },
      codes,
    )
    await writeOutbox(em, 'service-item.created', { itemId: id, by: used.id }, ctx.now)
    return id
  })
}

/** Only orgs of the item's own district offer it. */
async function refuseStrangers(em: EntityManager, codes: readonly string[], districtCode: string): Promise<void> {
  const orgs = await findOrgs(em, codes)
  const stranger = codes.find((code) => {
    const org = orgs.get(code)
    return !org || districtOf(org.path) !== districtCode
  })
  if (stranger !== undefined) throw invalidField('offeredBy', 'unknown', `本区没有代码为 ${stranger} 的组织，请核对`)
}
