import type { Order, OrderEvent } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { useState } from 'react'
import { fileUrl } from '@/platform/file-url'
import { namePhoto, tellEvent, type Audience } from '@/words/event-story'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { Timeline } from '../timeline/timeline'
import styles from './order-view.module.scss'

const shownFolded = 3
/** Folding away a single step would hide more than it spares. */
const few = shownFolded + 1

interface OrderHistoryProps {
  order: Order
  audience: Audience
  now: Date
  /** Shows every step, with nothing to press. */
  isUnfolded?: boolean
  /** Asks for the order again, with fresh URLs of its pictures. */
  onStale: () => void
}

const photosOf = (event: OrderEvent) =>
  event.attachments.map(({ id, url, thumbnailUrl }, index) => ({
    id,
    url: fileUrl(url),
    thumbnailUrl: fileUrl(thumbnailUrl),
    alt: namePhoto(event, index),
  }))

/** Like a parcel on its way: newest first, older steps folded. */
export function OrderHistory({ order, audience, now, isUnfolded, onStale }: OrderHistoryProps) {
  const [isOpen, setOpen] = useState(false)
  const newestFirst = [...order.events].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
  const entries = newestFirst.map((event) => ({
    id: event.id,
    title: tellEvent(event, audience, order),
    when: sayTime(new Date(event.at), now),
    note: event.note,
    photos: photosOf(event),
  }))
  const isLong = entries.length > few
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        办理经过
      </Box>
      <Timeline entries={isOpen || isUnfolded || !isLong ? entries : entries.slice(0, shownFolded)} onStale={onStale} />
      {isLong && !isUnfolded && (
        <Button kind="plain" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : `看全部经过，共 ${entries.length} 步`}
        </Button>
      )}
    </Box>
  )
}
