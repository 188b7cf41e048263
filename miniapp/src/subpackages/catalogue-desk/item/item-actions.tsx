import { useState } from 'react'
import type { EditableItem } from '@xinban/shared/contracts'
import type { ItemAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { goBack, open } from '@/platform/navigation'
import { CloseDialog, DiscardDialog, ReopenDialog } from './move-dialogs'
import { PublishDialog } from './publish-dialog'
import styles from './index.module.scss'

interface ItemActionsProps {
  item: EditableItem
  onChanged: () => void
}

type Asked = Exclude<ItemAction, 'edit'>
const dialogs = { publish: PublishDialog, 'discard-draft': DiscardDialog, close: CloseDialog, reopen: ReopenDialog }
/** In the order of the page. */
const words: Record<ItemAction, string> = {
  publish: '发布',
  edit: '修改内容',
  reopen: '恢复办理',
  'discard-draft': '放弃修改',
  close: '停办',
}
const order = Object.keys(words) as ItemAction[]

/** Buttons of what the server allows; everything that residents notice is asked about first. */
export function ItemActions({ item, onChanged }: ItemActionsProps) {
  const [asked, setAsked] = useState<Asked>()
  const [refusal, setRefusal] = useState<string>()
  const actions = order.filter((action) => item.allowedActions.includes(action))
  const AskedDialog = asked && dialogs[asked]
  const isDraftOnly = item.publishedVersion === null

  function settle(words?: string) {
    setAsked(undefined)
    setRefusal(words)
    onChanged()
  }
  const wordOf = (action: ItemAction) => (action === 'discard-draft' && isDraftOnly ? '删去草稿' : words[action])
  const kindOf = (action: ItemAction) => {
    if (action === actions[0]) return 'primary'
    return action === 'close' || action === 'discard-draft' ? 'danger' : 'secondary'
  }
  return (
    <Box className={styles.actions}>
      {refusal !== undefined && (
        <Box className={styles.note} role="alert">
          {refusal}
        </Box>
      )}
      {actions.map((action) => (
        <Button
          key={action}
          kind={kindOf(action)}
          onPress={() => (action === 'edit' ? open('edit-item', { id: item.id }) : setAsked(action))}
        >
          {wordOf(action)}
        </Button>
      ))}
      {AskedDialog && (
        <AskedDialog
          item={item}
          onDone={() => (asked === 'discard-draft' && isDraftOnly ? goBack() : settle())}
          onRefused={settle}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </Box>
  )
}
