import type { Order } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { tellHelper } from '@/words/helper'
import { tellSeconds } from '@/words/seconds'
import { sayKind } from '@/words/order-kind'
import { Box } from '../box/box'
import { Link } from '../link/link'
import { MapLink } from '../map-link/map-link'
import { Fact } from './fact'
import styles from './order-view.module.scss'

interface OrderFactsProps {
  order: Order
  now: Date
  /** The card that shows it unmasked stands there already. */
  isContactAbove: boolean
}

/** What was asked for, where, and by whom. */
export function OrderFacts({ order, now, isContactAbove }: OrderFactsProps) {
  const contact = isContactAbove ? null : order.contact
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        点单内容
      </Box>
      {order.content !== null && (
        <Box as="p" className={styles.content}>
          {order.content}
        </Box>
      )}
      <Box as="dl" className={styles.facts}>
        <Fact name="单号">{order.no}</Fact>
        <Fact name="类别">
          {sayKind(order)}
          {order.urgency === 'urgent' && ' · 很急'}
        </Fact>
        <Fact name="服务事项">{order.serviceItem && <ItemLink item={order.serviceItem} />}</Fact>
        <Fact name="社区">{order.communityName}</Fact>
        <Fact name="地点">{order.place}</Fact>
        <Fact name="联系人">{[contact?.name, contact?.phone].filter(Boolean).join(' ')}</Fact>
        <Fact name="住址">{contact?.address}</Fact>
        <Fact name="位置">{order.point && <MapLink point={order.point} name={order.place ?? order.title} />}</Fact>
        <Fact name="替谁点的">{order.onBehalfOf?.name}</Fact>
        <Fact name="代办">{order.onBehalfOf && tellHelper(order.onBehalfOf, now)}</Fact>
        <Fact name="公开">{tellPublicity(order)}</Fact>
        <Fact name="提交">{sayTime(new Date(order.placedAt), now)}</Fact>
      </Box>
    </Box>
  )
}

/** To what the guide said when the order was placed. */
function ItemLink({ item: { id, name, version } }: { item: NonNullable<Order['serviceItem']> }) {
  return (
    <Link to="guide" query={{ id, version: String(version) }} label={`${name}，看说明`} className={styles.factLink}>
      {name} ›
    </Link>
  )
}

function tellPublicity({ isPublic, visibility, secondCount }: Order): string | null {
  if (isPublic) return `标题和社区已公开，${tellSeconds(secondCount)}`
  return visibility === 'public' ? '愿意公开，等工作人员看过再公开' : null
}
