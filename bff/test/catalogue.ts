import type { ItemContent } from '@xinban/shared/contracts'
import type { OrderKind } from '@xinban/shared/domain'
import type { Services } from '../src/context'
import { newId } from '../src/db/ids'
import { updateRows } from '../src/db/rows'
import { insertPublished } from '../src/modules/catalogue'
import { ServiceItemRow } from '../src/modules/catalogue/service-item.entity'
import { sunday } from './clock'

/** What an item may say, with every field filled in. */
export const itemContent = (changes: Partial<ItemContent> = {}): ItemContent => ({
  name: '高龄津贴',
  kind: 'service',
  category: '养老',
  summary: '高龄老人按月享受的补贴',
  everydayWords: ['老人补贴'],
  guide: {
    basis: ['《老年人权益保障法》'],
    audience: '本地户籍的高龄老人',
    materials: [{ name: '身份证', note: '带原件', isRequired: true }],
    steps: ['向社区申请', '街道审核'],
    timeLimit: { workingDays: 20, words: '自受理之日起' },
    fee: '不收费',
    channels: ['nearby', 'online'],
    source: '区民政局',
    region: '试验区',
    date: '2026-11-01',
  },
  ...changes,
})

interface NewItem {
  readonly name: string
  readonly offeredBy: readonly string[]
  readonly position?: number
  readonly kind?: OrderKind
  readonly content?: Partial<ItemContent>
}

/** An item of the district of whoever offers it first. @returns its id */
export async function addItem(
  { db }: Services,
  { name, offeredBy, position = 1, kind = 'service', content = {} }: NewItem,
): Promise<string> {
  const id = newId(sunday)
  const districtCode = offeredBy[0]?.slice(0, 6) ?? ''
  const said = itemContent({ category: '维修', summary: '小修小补', everydayWords: [], ...content, name, kind })
  await db.unitOfWork(async (em) => {
    const publication = { now: sunday, membershipId: null }
    await insertPublished(em, { id, districtCode, content: said, isDemo: false }, offeredBy, publication)
    await updateRows(em, ServiceItemRow, { position }, 'id = ?', [id])
  })
  return id
}
