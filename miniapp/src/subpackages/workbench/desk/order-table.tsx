import type { OrderSummary } from '@xinban/shared/contracts'
import { DataTable } from '@/components/data-table/data-table'
import type { Column } from '@/components/data-table/data-table.types'
import { DueMark } from '@/components/order-due/due-mark'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { replace } from '@/platform/navigation'
import { pageAddress, type PageQuery } from '@/platform/pages'
import { flagsOf } from '@/words/order-flags'
import { tellPressing, urgentMark } from '@/words/pressing'
import { mayAccept } from '../batch/may-accept'
import type { DeskSort } from './desk-state'
import styles from './table.module.scss'

interface OrderTableProps {
  orders: readonly OrderSummary[]
  /** How much room there is beside what else the desk shows. */
  room: 'wide' | 'narrow' | 'narrowest'
  now: Date
  /** The queue's own community goes without saying. */
  homeCode: string
  /** Where the keys are. */
  currentId: string | undefined
  /** Which one stands beside the list. */
  openId: string | undefined
  chosen: ReadonlySet<string>
  /** How the list goes, how its view goes by itself, and whether it can go another way at all. */
  sort: { current: DeskSort; ofView: DeskSort; isFixed: boolean }
  addressOf: (id: string) => PageQuery
  onOpen: (order: OrderSummary) => void
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

export const rowId = (id: string): string => `desk-row-${id}`

const number: Column<OrderSummary> = { key: 'no', heading: '单号', className: styles.no, cell: ({ no }) => no }

/** The queue as rows of one line each. One link a row, which the keys of the desk go along. */
export function OrderTable(props: OrderTableProps) {
  const { orders, room, currentId, openId, chosen, addressOf, onOpen, onChoose } = props
  return (
    <DataTable<OrderSummary>
      className={[styles.table, styles[room]].filter(Boolean).join(' ')}
      label="单子列表"
      rows={orders}
      before={[number]}
      columns={columnsOf(props)}
      hrefOf={({ id }) => pageAddress('queue', addressOf(id))}
      onOpen={onOpen}
      linkIdOf={rowId}
      openId={openId}
      currentId={currentId}
      selection={{
        ...{ chosen, canChoose: mayAccept, nameOf: ({ title }) => title, onChoose },
        className: styles.mark,
      }}
      isInBox
    />
  )
}

function columnsOf({ now, homeCode, openId, sort, addressOf }: OrderTableProps): Column<OrderSummary>[] {
  const whereIs = ({ communityCode, communityName, place }: OrderSummary) =>
    [communityCode === homeCode ? null : communityName, place].filter(Boolean).join(' · ')
  return [
    {
      ...{ key: 'title', heading: '标题', title: (order) => [...flagsOf(order), order.title].join('、') },
      cell: (order) => (
        <>
          {order.urgency === 'urgent' && <span className={styles.urgent}>{urgentMark}</span>}
          {flagsOf(order).length > 0 && <span className={styles.flags}>{flagsOf(order).join('、')}</span>}
          {order.title}
        </>
      ),
    },
    { key: 'place', heading: '地点', className: styles.place, title: whereIs, cell: whereIs },
    {
      ...{ key: 'status', heading: '进度', className: styles.status },
      cell: ({ status, wish }) => <StatusBadge status={status} wish={wish} audience="staff" />,
    },
    {
      ...{ key: 'due', heading: '时限', className: styles.due },
      cell: ({ due }) => <DueMark due={due} now={now} isShort />,
    },
    { key: 'handler', heading: '谁在办', className: styles.handler, cell: ({ handler }) => handler?.name },
    {
      ...{ key: 'age', heading: '提交', className: styles.age },
      cell: (order) => tellPressing(order, now),
      ...(!sort.isFixed && { sort: sortOf({ ...addressOf(''), order: openId }, sort) }),
    },
  ]
}

/** The time of placing says a direction only while the list goes by it. */
function sortOf(query: PageQuery, { current, ofView }: OrderTableProps['sort']): Column<OrderSummary>['sort'] {
  const next = current === 'newest' ? 'oldest' : 'newest'
  return {
    direction: current === 'newest' ? 'descending' : current === 'oldest' ? 'ascending' : undefined,
    onSort: () => replace('queue', { ...query, sort: next === ofView ? undefined : next }),
  }
}
