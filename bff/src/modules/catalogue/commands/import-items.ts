import { isDeepStrictEqual } from 'node:util'
import { districtOf } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../../context'
import { newId } from '../../../db/ids'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg, findOrgs, type Org } from '../../orgs'
import { findOffers } from '../catalogue.queries'
import { offerTitle } from '../import/item-columns'
import { parseItems, type Cell, type ItemLine, type RowFault } from '../import/parse-items'
import type { ServiceItemRow } from '../service-item.entity'
import {
  addOffer,
  findVersion,
  insertPublished,
  listByDistrict,
  publishContent,
  removeOffer,
} from '../service-item.repository'

export interface ItemsReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** When there is one, nothing was changed. */
  readonly faults: readonly RowFault[]
}

const refused = (faults: readonly RowFault[]): ItemsReport => ({ added: 0, changed: 0, unchanged: 0, faults })

/**
 * Brings a sheet of items into a district's catalogue, all of it or nothing. An item is known by its name; other
 * content becomes its next version at once, the same content changes nothing, so that a second run adds no version.
 * What the sheet does not name stays as it is.
 */
export async function importItems(
  { db }: Pick<Services, 'db'>,
  data: readonly (readonly Cell[])[],
  { districtCode, now }: { districtCode: string; now: Date },
): Promise<ItemsReport> {
  return db.unitOfWork(async (em) => {
    const district = await findOrg(em, districtCode)
    if (district?.level !== 'district') {
      return refused([{ row: 1, column: '整行', message: `没有代码为 ${districtCode} 的区，请先导入组织` }])
    }
    const { lines, faults } = parseItems(data)
    const items = new Map((await listByDistrict(em, districtCode)).map((item) => [item.name, item]))
    const orgs = await findOrgs(em, new Set(lines.flatMap((line) => line.orgCodes)))
    for (const line of lines) faults.push(...conflicts(line, items.get(line.content.name), orgs, districtCode))
    if (faults.length > 0) return refused(faults)
    const report = { added: 0, changed: 0, unchanged: 0, faults }
    for (const line of lines) {
      report[await save(em, line, items.get(line.content.name), { districtCode, now })] += 1
    }
    return report
  })
}

/** What the sheet cannot know: whether it meets somebody's unfinished work, and which orgs there are. */
function conflicts(
  { row, orgCodes }: ItemLine,
  item: ServiceItemRow | undefined,
  orgs: ReadonlyMap<string, Org>,
  districtCode: string,
): RowFault[] {
  const name = (message: string): RowFault => ({ row, column: '事项名称', message })
  const strangers = orgCodes.filter((code) => {
    const org = orgs.get(code)
    return !org || districtOf(org.path) !== districtCode
  })
  return [
    ...(item?.draft ? [name('这个事项有没发布的修改，请先在编辑页面发布或放弃')] : []),
    ...(item?.state === 'closed' ? [name('这个事项已停办，请先恢复办理')] : []),
    ...strangers.map((code) => ({ row, column: offerTitle, message: `本区没有代码为 ${code} 的组织，请核对` })),
  ]
}

async function save(
  em: EntityManager,
  { content, orgCodes }: ItemLine,
  item: ServiceItemRow | undefined,
  { districtCode, now }: { districtCode: string; now: Date },
): Promise<'added' | 'changed' | 'unchanged'> {
  const by = { now, membershipId: null }
  const tell = (itemId: string, version: number) =>
    writeOutbox(em, 'service-item.published', { itemId, version, by: null }, now)
  if (!item) {
    const id = newId(now)
    const codes = orgCodes.length > 0 ? new Set(orgCodes) : [districtCode]
    await insertPublished(em, { id, districtCode, content, isDemo: false }, [...codes], by)
    await tell(id, 1)
    return 'added'
  }
  const isOffered = orgCodes.length > 0 && (await setOffers(em, item.id, orgCodes))
  const published = await findVersion(em, item.id, item.publishedVersion ?? 0)
  if (isDeepStrictEqual(published?.content, content)) return isOffered ? 'changed' : 'unchanged'
  await tell(item.id, await publishContent(em, item, content, by))
  return 'changed'
}

/** Exactly these orgs offer it from now on. @returns whether that is a change */
async function setOffers(em: EntityManager, itemId: string, orgCodes: readonly string[]): Promise<boolean> {
  const before = (await findOffers(em, [itemId])).get(itemId) ?? []
  const dropped = before.filter((code) => !orgCodes.includes(code))
  for (const code of dropped) await removeOffer(em, itemId, code)
  let isChanged = dropped.length > 0
  for (const code of orgCodes) isChanged = (await addOffer(em, itemId, code)) || isChanged
  return isChanged
}
