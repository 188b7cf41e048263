import type { WhistleEvent } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Timeline } from '@/components/timeline/timeline'
import { fileUrl } from '@/platform/file-url'
import { tellEvent } from '../words'
import styles from './index.module.scss'

interface WhistleTimelineProps {
  events: readonly WhistleEvent[]
  now: Date
  /** The URLs of the pictures are too old: asks for the whistle again. */
  onStale: () => void
}

/** What everyone did, newest first: the street and all departments on one line. */
export function WhistleTimeline({ events, now, onStale }: WhistleTimelineProps) {
  const entries = [...events].reverse().map((event) => ({
    ...{ id: event.id, title: tellEvent(event), when: sayTime(new Date(event.at), now) },
    // What was asked stands above already.
    note: event.action === 'blow' ? null : event.note,
    photos: event.attachments.map(({ id, url, thumbnailUrl }, index) => ({
      ...{ id, url: fileUrl(url), thumbnailUrl: fileUrl(thumbnailUrl) },
      alt: `${tellEvent(event)}的照片，第 ${index + 1} 张`,
    })),
  }))
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        处置经过
      </Box>
      <Timeline entries={entries} onStale={onStale} />
    </Box>
  )
}
