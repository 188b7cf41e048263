import { DataTable } from '@/components/data-table/data-table'
import type { Column } from '@/components/data-table/data-table.types'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import { useIsWide } from '@/platform/wide'
import { FigureCards } from './figure-cards'
import styles from './index.module.scss'
import { figureHeads, type FigureRowsProps, type Figures } from './figure-words'

type Row = Figures & { id: string }

const columns: Column<Row>[] = [
  {
    key: 'hall',
    heading: '大厅',
    className: styles.hall,
    title: ({ hall }) => hall.name,
    cell: ({ hall }) => hall.name,
  },
  ...figureHeads.map(({ key, word, of }) => ({
    ...{ key, heading: word, cell: of, title: of },
    ...((key === 'booked' || key === 'rate') && { className: styles.twoFigures }),
  })),
]

/** A dense table on a desk, cards on a phone. */
export function FigureRows({ items }: FigureRowsProps) {
  const isWide = useIsWide()
  if (!isWide) return <FigureCards items={items} />
  return (
    <DataTable
      label="大厅运行"
      rows={items.map((figures) => ({ ...figures, id: figures.hall.id }))}
      columns={columns}
      hrefOf={({ id }) => pageAddress('hall', { id })}
      onOpen={({ id }) => open('hall', { id })}
    />
  )
}
