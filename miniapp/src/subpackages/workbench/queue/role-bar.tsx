import type { Membership } from '@xinban/shared/contracts'
import { roleWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Select } from '@/components/select/select'
import { useSession } from '@/hooks/use-session'
import { session } from '@/platform/session'
import styles from './index.module.scss'

const wordOf = ({ role, org }: Membership): string => `${org.name} · ${roleWords[role]}`

/** As whom the person works now; a choice only where there is one. */
export function RoleBar({ current }: { current: Membership }) {
  const memberships = useSession()?.memberships ?? []
  if (memberships.length < 2) {
    return (
      <Box as="p" className={styles.role}>
        {wordOf(current)}
      </Box>
    )
  }
  return (
    <Select
      id="membership"
      label="工作身份"
      placeholder="选择身份"
      options={memberships.map((membership) => ({ value: membership.id, word: wordOf(membership) }))}
      value={current.id}
      onChange={(id) => session.actAs(id)}
      isRequired
    />
  )
}
