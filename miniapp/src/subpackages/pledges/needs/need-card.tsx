import type { ReactNode } from 'react'
import type { Need } from '@xinban/shared/contracts'
import { needSourceWords, needStateWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Tag } from '@/components/tag/tag'
import styles from './index.module.scss'

interface NeedCardProps {
  need: Need
  now: Date
  /** What staff may do with it. */
  action?: ReactNode
}

/** What somebody needs, and the public answer to it. */
export function NeedCard({ need, now, action }: NeedCardProps) {
  const { title, content, state, answer, pledge, candidate, group, source, at } = need
  return (
    <Box as="li" className={styles.card}>
      <Box className={styles.top}>
        <Box as="h2" className={styles.title}>
          {title}
        </Box>
        <Tag>{needStateWords[state]}</Tag>
      </Box>
      {content !== null && (
        <Box as="p" className={styles.words}>
          {content}
        </Box>
      )}
      {answer && (
        <Box as="p" className={styles.answer}>
          答复：{answer.note}
        </Box>
      )}
      {pledge && (
        <Link to="pledge" query={{ id: pledge.id }} className={styles.became}>
          成了第 {pledge.number} 件实事：{pledge.title} ›
        </Link>
      )}
      {!pledge && candidate && (
        <Box as="p" className={styles.answer}>
          候选事项：{candidate.title}
        </Box>
      )}
      <Box as="p" className={styles.meta}>
        {[
          needSourceWords[source],
          sayTime(new Date(at), now),
          need.isOwn && '你提的',
          group.size > 1 && `${group.size} 人提到`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      {action}
    </Box>
  )
}
