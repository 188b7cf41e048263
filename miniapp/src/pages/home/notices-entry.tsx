import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { sayUnread } from '@/words/notices'
import styles from './index.module.scss'

/** Leads to what I was told; how much of it is new, in words and not by colour alone. */
export function NoticesEntry({ unread }: { unread: number }) {
  return (
    <Link to="notices" className={styles.notices} label={`消息，${sayUnread(unread)}`}>
      消息
      {unread > 0 && (
        <Box as="span" className={styles.unread}>
          {sayUnread(unread)}
        </Box>
      )}
    </Link>
  )
}
