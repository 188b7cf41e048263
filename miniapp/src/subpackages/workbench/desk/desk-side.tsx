import type { Membership, OrderCounts } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { DeskEntries } from '@/components/desk-entries/desk-entries'
import type { QueueTabs } from '@/words/queue-tabs'
import { RoleBar } from '../queue/role-bar'
import type { DeskState } from './desk-state'
import { DeskViews } from './desk-views'
import type { SavedViews } from './saved-views'
import styles from './desk.module.scss'

interface DeskSideProps {
  membership: Membership
  state: DeskState
  views: QueueTabs
  counts: OrderCounts | undefined
  saved: SavedViews
  onGo: (state: DeskState) => void
  onKeys: () => void
}

/** Left of the list: as whom one works, the views, and the pages beside the queue. */
export function DeskSide({ membership, saved, onKeys, ...views }: DeskSideProps) {
  return (
    <div className={styles.side}>
      <RoleBar current={membership} />
      <DeskViews {...views} saved={saved.views} onRemove={saved.remove} />
      <DeskEntries role={membership.role} />
      <Button kind="plain" size="small" onPress={onKeys}>
        键盘怎么用（?）
      </Button>
    </div>
  )
}
