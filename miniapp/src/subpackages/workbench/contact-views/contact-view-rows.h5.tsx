import type { ContactView } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { DataTable } from '@/components/data-table/data-table'
import type { Column } from '@/components/data-table/data-table.types'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import { useIsWide } from '@/platform/wide'
import { tellViewer } from '@/words/contact-views'
import { ContactViewCards, reasonOf } from './contact-view-cards'
import type { ContactViewRowsProps } from './contact-view-rows.types'
import styles from './index.module.scss'

const queryOf = ({ order }: ContactView) => ({ id: order.id, as: 'staff' })

/** A dense table on a desk, cards on a phone. */
export function ContactViewRows(props: ContactViewRowsProps) {
  const isWide = useIsWide()
  if (!isWide) return <ContactViewCards {...props} />
  return (
    <DataTable
      className={styles.table}
      label="查看记录"
      rows={props.views}
      columns={columnsAt(props.now)}
      hrefOf={(view) => pageAddress('order', queryOf(view))}
      onOpen={(view) => open('order', queryOf(view))}
    />
  )
}

const columnsAt = (now: Date): Column<ContactView>[] => [
  { key: 'who', heading: '谁看的', className: styles.viewer, title: tellViewer, cell: tellViewer },
  { key: 'why', heading: '为什么', title: reasonOf, cell: reasonOf },
  { key: 'when', heading: '什么时候', className: styles.at, cell: ({ at }) => sayTime(new Date(at), now) },
  { key: 'no', heading: '单号', className: styles.no, cell: ({ order }) => order.no },
]
