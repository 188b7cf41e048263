import type { Notice } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { isForStaff, timeOf } from '@/words/notices'
import styles from './index.module.scss'

interface NoticeCardProps {
  notice: Notice
  now: Date
  onOpen: () => void
}

/** One notice; it leads to what it is about, as long as its reader may see that. */
export function NoticeCard({ notice, now, onOpen }: NoticeCardProps) {
  const { words, subject, isRead } = notice
  const content = (
    <>
      <Box as="p" className={styles.title}>
        {subject.title ?? '这个单你已经看不到了'}
      </Box>
      <Box as="p" className={[styles.words, !isRead && styles.strong].filter(Boolean).join(' ')}>
        {words}
      </Box>
      <Box as="p" className={styles.when}>
        {timeOf(notice, now)}
        {!isRead && (
          <Box as="span" className={styles.new}>
            <Box as="span" className={styles.dot} isHidden />
            未读
          </Box>
        )}
      </Box>
    </>
  )
  return (
    <Box as="li" className={styles.card}>
      {subject.title === null || subject.type !== 'order' ? (
        <Box className={styles.content}>{content}</Box>
      ) : (
        <Link
          to="order"
          query={{ id: subject.id, ...(isForStaff(notice) && { as: 'staff' }) }}
          className={styles.content}
          onFollow={onOpen}
        >
          {content}
        </Link>
      )}
    </Box>
  )
}
