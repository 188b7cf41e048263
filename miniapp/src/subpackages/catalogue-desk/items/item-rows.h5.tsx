import type { ManagedItem } from '@xinban/shared/contracts'
import { kindWords, sayTime } from '@xinban/shared/domain'
import { DataTable } from '@/components/data-table/data-table'
import type { Column } from '@/components/data-table/data-table.types'
import { ItemBadge } from '@/components/status-badge/item-badge'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import { useIsWide } from '@/platform/wide'
import { tellOfferers } from '@/words/items'
import { hasUnpublished, ItemCells } from './item-cells'
import type { ItemRowsProps } from './item-rows.types'
import styles from './index.module.scss'

/** A dense table on a desk, cells on a phone. */
export function ItemRows(props: ItemRowsProps) {
  const isWide = useIsWide()
  return isWide ? <ItemTable {...props} /> : <ItemCells {...props} />
}

function ItemTable({ items, now }: ItemRowsProps) {
  return (
    <DataTable
      className={styles.table}
      label="服务事项"
      rows={items}
      columns={columnsAt(now)}
      hrefOf={({ id }) => pageAddress('item', { id })}
      onOpen={({ id }) => open('item', { id })}
    />
  )
}

const columnsAt = (now: Date): Column<ManagedItem>[] => [
  { key: 'name', heading: '事项', className: styles.name, title: ({ name }) => name, cell: ({ name }) => name },
  { key: 'category', heading: '分类', cell: ({ category }) => category },
  { key: 'kind', heading: '类别', className: styles.kind, cell: ({ kind }) => kindWords[kind] },
  { key: 'state', heading: '状态', cell: ({ state }) => <ItemBadge state={state} /> },
  { key: 'draft', heading: '修改', cell: (item) => (hasUnpublished(item) ? '有修改没发布' : '') },
  {
    ...{ key: 'offers', heading: '由谁提供', className: styles.offers },
    title: ({ offeredBy }) => tellOfferers(offeredBy),
    cell: ({ offeredBy }) => tellOfferers(offeredBy),
  },
  { key: 'updated', heading: '更新', cell: ({ updatedAt }) => sayTime(new Date(updatedAt), now) },
]
