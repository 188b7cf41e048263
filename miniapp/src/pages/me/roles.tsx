import type { Membership } from '@xinban/shared/contracts'
import { roleWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { DeskEntries } from '@/components/desk-entries/desk-entries'
import { open } from '@/platform/navigation'
import { session } from '@/platform/session'
import styles from './index.module.scss'

/** Where a member works, and as what. */
export function Roles({ memberships, current }: { memberships: readonly Membership[]; current: string | null }) {
  const options = memberships.map(({ id, role, org }) => ({ value: id, word: org.name, detail: roleWords[role] }))
  const now = memberships.find(({ id }) => id === current)
  return (
    <Box as="section" className={styles.section}>
      <Choice
        id="role"
        label="我的工作身份"
        options={options}
        value={current ?? undefined}
        onChange={(id) => session.actAs(id)}
      />
      {now && <DeskEntries role={now.role} />}
      <Button kind="primary" onPress={() => open('queue')}>
        进入工作台
      </Button>
    </Box>
  )
}
