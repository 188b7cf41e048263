import type { OrderKind } from '@xinban/shared/domain'
import type { Services } from '../src/context'
import { newId } from '../src/db/ids'
import { insertRow } from '../src/db/rows'
import { ServiceItemOffer, ServiceItemRow } from '../src/modules/catalogue'
import { sunday } from './clock'

interface NewItem {
  readonly name: string
  readonly offeredBy: readonly string[]
  readonly position?: number
  readonly kind?: OrderKind
}

/** An item of the district of whoever offers it first. @returns its id */
export async function addItem(
  { db }: Services,
  { name, offeredBy, position = 1, kind = 'service' }: NewItem,
): Promise<string> {
  const id = newId(sunday)
  const districtCode = offeredBy[0]?.slice(0, 6) ?? ''
  await db.unitOfWork(async (em) => {
    await insertRow(em, ServiceItemRow, {
      ...{ id, districtCode, name, kind, category: '维修', summary: '小修小补', position, isDemo: false },
      guide: {
        ...{ audience: '居民', materials: ['不用带材料'], steps: ['提交点单'], timeLimit: '5 个工作日' },
        ...{ fee: '免费', source: '试验', remark: '以当地公布为准' },
      },
      updatedAt: sunday,
    })
    for (const orgCode of offeredBy) await insertRow(em, ServiceItemOffer, { itemId: id, orgCode })
  })
  return id
}
