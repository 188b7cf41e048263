import type { Notice } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { leadsTo, timeOf } from '@/words/notices'
import styles from './index.module.scss'

interface NoticeCardProps {
  notice: Notice
  now: Date
  onOpen: () => void
}

const subjectWords: Record<Notice['subject']['type'], string> = {
  ...{ order: '个单', pledge: '件实事', need: '条需求', booking: '个预约', whistle: '个哨', activity: '个活动' },
}

/** One notice; it leads to what it is about, as long as its reader may see that. */
export function NoticeCard({ notice, now, onOpen }: NoticeCardProps) {
  const { words, subject, isRead } = notice
  const content = (
    <>
      <Box as="p" className={styles.title}>
        {subject.title ?? `这${subjectWords[subject.type]}你已经看不到了`}
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
      {subject.title === null ? (
        <Box className={styles.content}>{content}</Box>
      ) : (
        <Link {...leadsTo(notice)} className={styles.content} onFollow={onOpen}>
          {content}
        </Link>
      )}
    </Box>
  )
}
