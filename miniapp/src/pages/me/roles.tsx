import type { Membership } from '@xinban/shared/contracts'
import { roleWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { Choice } from '@/components/choice/choice'
import { open } from '@/platform/navigation'
import { session } from '@/platform/session'
import { readsContactViews } from '@/words/contact-views'
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
      {now && readsContactViews(now.role) && (
        <Box className={styles.views}>
          <List>
            <Cell label="查看记录" detail="谁看过居民的联系方式" to="contact-views" />
          </List>
        </Box>
      )}
      <Button kind="primary" onPress={() => open('queue')}>
        进入工作台
      </Button>
    </Box>
  )
}
