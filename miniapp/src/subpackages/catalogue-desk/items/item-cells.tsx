import { Cell, List } from '@/components/cell/cell'
import { ItemBadge } from '@/components/status-badge/item-badge'
import { tellOfferers } from '@/words/items'
import type { ItemRowsProps } from './item-rows.types'

export function ItemCells({ items }: ItemRowsProps) {
  return (
    <List label="服务事项">
      {items.map((item) => (
        <Cell
          key={item.id}
          label={item.name}
          detail={[item.category, tellOfferers(item.offeredBy), hasUnpublished(item) && '有修改没发布']
            .filter(Boolean)
            .join(' · ')}
          value={<ItemBadge state={item.state} />}
          to="item"
          query={{ id: item.id }}
        />
      ))}
    </List>
  )
}

/** An item that was never published is all draft; its state says so. */
export const hasUnpublished = ({ hasDraft, state }: ItemRowsProps['items'][number]): boolean =>
  hasDraft && state !== 'draft'
