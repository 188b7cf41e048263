import type { ReactNode } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { kindWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import styles from './index.module.scss'

/** What was asked for, where, and by whom. */
export function OrderFacts({ order, now }: { order: Order; now: Date }) {
  const contact = [order.contact?.name, order.contact?.phone].filter(Boolean).join(' ')
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
          {order.serviceItem ? `${kindWords[order.kind]} · ${order.serviceItem.name}` : kindWords[order.kind]}
          {order.urgency === 'urgent' && ' · 很急'}
        </Fact>
        <Fact name="社区">{order.communityName}</Fact>
        <Fact name="地点">{order.place}</Fact>
        <Fact name="联系人">{contact}</Fact>
        <Fact name="住址">{order.contact?.address}</Fact>
        <Fact name="替谁点的">
          {order.onBehalfOf && `${order.onBehalfOf.name}（${order.onBehalfOf.relation}代点）`}
        </Fact>
        <Fact name="提交">{sayTime(new Date(order.placedAt), now)}</Fact>
      </Box>
    </Box>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Box className={styles.fact}>
      <Box as="dt" className={styles.factName}>
        {name}
      </Box>
      <Box as="dd" className={styles.factText}>
        {children}
      </Box>
    </Box>
  )
}
