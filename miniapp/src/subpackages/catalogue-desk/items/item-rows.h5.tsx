import { kindWords, sayTime } from '@xinban/shared/domain'
import { Link } from '@/components/link/link'
import { ItemBadge } from '@/components/status-badge/item-badge'
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

const headings = ['事项', '分类', '类别', '状态', '修改', '由谁提供', '更新']

function ItemTable({ items, now }: ItemRowsProps) {
  return (
    <table className={styles.table} aria-label="服务事项">
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col" className={styles.heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} className={styles.line}>
            <th scope="row" className={styles.name}>
              <Link to="item" query={{ id: item.id }} className={styles.link}>
                {item.name}
              </Link>
            </th>
            <td className={styles.field}>{item.category}</td>
            <td className={styles.field}>{kindWords[item.kind]}</td>
            <td className={styles.field}>
              <ItemBadge state={item.state} />
            </td>
            <td className={styles.field}>{hasUnpublished(item) ? '有修改没发布' : ''}</td>
            <td className={styles.field}>{tellOfferers(item.offeredBy)}</td>
            <td className={styles.field}>{sayTime(new Date(item.updatedAt), now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
