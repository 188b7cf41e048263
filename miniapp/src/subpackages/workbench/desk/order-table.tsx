import type { MouseEvent } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { DueMark } from '@/components/order-due/due-mark'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { pageAddress, type PageQuery } from '@/platform/pages'
import { flagsOf } from '@/words/order-flags'
import { sayAge } from '@/words/say-age'
import { mayAccept } from '../batch/may-accept'
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
  addressOf: (id: string) => PageQuery
  onOpen: (order: OrderSummary) => void
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

export const rowId = (id: string): string => `desk-row-${id}`

/** The queue as rows of one line each. One link a row, which the keys go along. */
export function OrderTable(props: OrderTableProps) {
  const { orders, room, chosen, onChoose } = props
  const choosable = orders.filter(mayAccept).map(({ id }) => id)
  return (
    <table className={[styles.table, styles[room]].filter(Boolean).join(' ')} aria-label="单子列表">
      <thead>
        <tr>
          <th scope="col" className={styles.mark}>
            {choosable.length > 0 && (
              <label className={styles.check}>
                <input
                  type="checkbox"
                  className={styles.box}
                  aria-label="全选本页"
                  checked={choosable.every((id) => chosen.has(id))}
                  onChange={(event) => onChoose(choosable, event.target.checked)}
                />
              </label>
            )}
          </th>
          <th scope="col" className={styles.no}>
            单号
          </th>
          <th scope="col">标题</th>
          <th scope="col" className={styles.place}>
            地点
          </th>
          <th scope="col" className={styles.status}>
            进度
          </th>
          <th scope="col" className={styles.due}>
            时限
          </th>
          <th scope="col" className={styles.handler}>
            谁在办
          </th>
          <th scope="col" className={styles.age}>
            提交
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} {...props} />
        ))}
      </tbody>
    </table>
  )
}

function OrderRow({ order, ...props }: OrderTableProps & { order: OrderSummary }) {
  const { id, no, title, urgency, status, handler, placedAt } = order
  const { now, homeCode, currentId, openId, chosen, addressOf, onOpen, onChoose } = props
  const flags = flagsOf(order)
  const where = [order.communityCode === homeCode ? null : order.communityName, order.place].filter(Boolean).join(' · ')

  function follow(event: MouseEvent) {
    // Opening in another tab stays with the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(order)
  }

  return (
    <tr className={[styles.row, id === openId && styles.open].filter(Boolean).join(' ')}>
      <td className={styles.mark}>
        {mayAccept(order) && (
          <label className={styles.check}>
            <input
              type="checkbox"
              className={styles.box}
              aria-label={`选上：${title}`}
              checked={chosen.has(id)}
              onChange={(event) => onChoose([id], event.target.checked)}
            />
          </label>
        )}
      </td>
      <td className={styles.no}>{no}</td>
      <th scope="row" className={styles.title}>
        <a
          id={rowId(id)}
          href={pageAddress('queue', addressOf(id))}
          className={styles.link}
          title={title}
          aria-current={id === openId ? 'true' : undefined}
          tabIndex={id === currentId ? 0 : -1}
          onClick={follow}
        >
          {urgency === 'urgent' && <span className={styles.urgent}>▲ 紧急</span>}
          {flags.length > 0 && <span className={styles.flags}>{flags.join('、')}</span>}
          {title}
        </a>
      </th>
      <td className={styles.place} title={where}>
        {where}
      </td>
      <td className={styles.status}>
        <StatusBadge status={status} audience="staff" />
      </td>
      <td className={styles.due}>
        <DueMark due={order.due} now={now} isShort />
      </td>
      <td className={styles.handler}>{handler?.name}</td>
      <td className={styles.age}>{sayAge(new Date(placedAt), now)}</td>
    </tr>
  )
}
