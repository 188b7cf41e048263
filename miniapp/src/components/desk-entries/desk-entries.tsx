import type { Role } from '@xinban/shared/domain'
import { deskEntriesOf } from '@/words/desk-entries'
import { Box } from '../box/box'
import { Cell, List } from '../cell/cell'
import styles from './desk-entries.module.scss'

/** Where else a member works, beside the queue. */
export function DeskEntries({ role }: { role: Role }) {
  const entries = deskEntriesOf(role)
  if (entries.length === 0) return null
  return (
    <Box className={styles.entries}>
      <List>
        {entries.map(({ page, label, detail }) => (
          <Cell key={page} label={label} detail={detail} to={page} />
        ))}
      </List>
    </Box>
  )
}
