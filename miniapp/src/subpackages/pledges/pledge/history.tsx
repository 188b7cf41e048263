import type { Pledge, PledgeEvent } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Timeline } from '@/components/timeline/timeline'
import { sayActor, tellPledgeEvent } from '@/words/pledges'
import { fileUrl } from '@/platform/file-url'
import styles from './index.module.scss'

interface HistoryProps {
  pledge: Pledge
  now: Date
  onStale: () => void
}

/** What happened, the newest first, with pictures. */
export function History({ pledge, now, onStale }: HistoryProps) {
  const entries = [...pledge.events].reverse().map((event) => ({
    id: event.id,
    title: tellPledgeEvent(event, pledge),
    when: `${sayTime(new Date(event.at), now)} · ${sayActor(event)}`,
    note: noteOf(event, pledge),
    photos: event.attachments.map(({ id, url, thumbnailUrl }, index, all) => ({
      ...{ id, url: fileUrl(url), thumbnailUrl: fileUrl(thumbnailUrl) },
      alt: `${tellPledgeEvent(event, pledge)}的照片 ${index + 1}，共 ${all.length} 张`,
    })),
  }))
  return (
    <>
      <Box as="h2" className={styles.section}>
        进展
      </Box>
      <Timeline entries={entries} onStale={onStale} />
    </>
  )
}

function noteOf({ note, indicators }: PledgeEvent, { indicators: terms }: Pledge): string | null {
  const numbers = indicators.flatMap(({ id, value }) => {
    const term = terms.find((one) => one.id === id)
    return term ? [`${term.name}：${value} ${term.unit}`] : []
  })
  return [note, ...numbers].filter(Boolean).join('\n') || null
}
