import { Box } from '../box/box'
import { PhotoGallery } from '../photo-gallery/photo-gallery'
import type { ShownPhoto } from '../photo-gallery/photo-gallery.types'
import styles from './timeline.module.scss'

interface TimelineEntry {
  id: string
  title: string
  when: string
  note: string | null
  photos: readonly ShownPhoto[]
}

interface TimelineProps {
  entries: readonly TimelineEntry[]
  /** The URLs of the pictures are too old: asks for the entries again. */
  onStale: () => void
}

/** What happened, newest first. */
export function Timeline({ entries, onStale }: TimelineProps) {
  return (
    <Box as="ol" className={styles.timeline}>
      {entries.map(({ id, title, when, note, photos }, index) => (
        <Box as="li" key={id} className={[styles.entry, index === 0 && styles.latest].filter(Boolean).join(' ')}>
          <Box as="span" className={styles.title}>
            {title}
          </Box>
          <Box as="span" className={styles.when}>
            {when}
          </Box>
          {note !== null && (
            <Box as="span" className={styles.note}>
              {note}
            </Box>
          )}
          {photos.length > 0 && <PhotoGallery photos={photos} onStale={onStale} />}
        </Box>
      ))}
    </Box>
  )
}
