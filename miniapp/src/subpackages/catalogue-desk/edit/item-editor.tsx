import { useState } from 'react'
import type { EditableItem, OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { GuideText } from '@/components/guide/guide-text'
import { ProblemNote } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { focusField, scrollToTop } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBackTo, replace } from '@/platform/navigation'
import { GuideFields, SourceFields } from './guide-fields'
import { HeadFields } from './head-fields'
import { firstWrong, idOf, wrongIn, type ItemErrors } from './item-errors'
import { tidy, toContent } from './item-form'
import type { ItemFieldsProps } from './item-fields.types'
import { OvertakenNote, preview } from './overtaken-note'
import { useItemForm } from './use-item-form'
import { useSaveItem } from './use-save-item'
import styles from './index.module.scss'

interface ItemEditorProps {
  /** Undefined for an item that is being begun. */
  item?: EditableItem
  district: OrgRef
}

const sides = [
  { key: 'write', word: '编写' },
  { key: 'preview', word: '居民看到的' },
] as const
type Side = (typeof sides)[number]['key']

export function ItemEditor({ item, district }: ItemEditorProps) {
  const state = useItemForm(item, district.name)
  const { form, version } = state
  const [errors, setErrors] = useState<ItemErrors>({})
  const [side, setSide] = useState<Side>('write')
  const { save, isBusy, problem, isOvertaken, settleOvertaken } = useSaveItem(item, district.code, show)

  function show(found: ItemErrors): boolean {
    setErrors(found)
    const first = firstWrong(found)
    if (first === undefined) return false
    setSide('write')
    // The message has to stand beside the field before the focus reads it out.
    setTimeout(() => focusField(idOf(first)), 0)
    return true
  }

  async function send(onto = version) {
    const tidied = tidy(form)
    state.write(tidied, onto)
    if (show(wrongIn(tidied))) return
    const saved = await save(tidied, onto)
    if (!saved) {
      scrollToTop()
      return
    }
    state.forgetTyped()
    say('已存为草稿，还没有发布')
    if (item) goBackTo('item', { id: saved.id })
    else replace('item', { id: saved.id })
  }

  const fields: ItemFieldsProps = { form, change: state.change, errors }
  const shown = preview({ content: toContent(tidy(form)), offeredBy: item?.offeredBy ?? [district] })
  return (
    <>
      {state.isRestored && <RestoredNote isNew={!item} onDrop={() => state.takeSaved()} />}
      {isOvertaken && item && (
        <OvertakenNote
          itemId={item.id}
          mine={toContent(tidy(form))}
          isBusy={isBusy}
          onKeepMine={(onto) => {
            state.rebase(onto)
            void send(onto)
          }}
          onTakeTheirs={(theirs) => {
            state.takeSaved(theirs)
            settleOvertaken()
            setErrors({})
          }}
        />
      )}
      <Box className={styles.sides}>
        <Tabs label="编写还是看效果" tabs={sides} active={side} panelId="item-sides" onChange={setSide} />
      </Box>
      <Box id="item-sides" className={styles.columns}>
        <Box className={side === 'write' ? styles.column : styles.otherSide}>
          <Form onSubmit={() => void send()}>
            <ProblemNote problem={problem} />
            <HeadFields {...fields} />
            <GuideFields {...fields} />
            <SourceFields {...fields} />
            <Button kind="primary" isSubmit isBusy={isBusy}>
              存为草稿
            </Button>
            <Box as="p" className={styles.remark}>
              存了草稿居民还看不到，下一步再发布。没存的内容也会留在这台设备上。
            </Box>
          </Form>
        </Box>
        <Box
          as="section"
          className={[side === 'preview' ? styles.column : styles.otherSide, styles.preview].join(' ')}
          label="居民看到的"
          isScrolled
        >
          <GuideText item={shown} />
        </Box>
      </Box>
    </>
  )
}

function RestoredNote({ isNew, onDrop }: { isNew: boolean; onDrop: () => void }) {
  return (
    <Box className={styles.restored} role="status">
      上次写了没存的内容，已经放回来了。
      <Button kind="plain" size="small" onPress={onDrop}>
        {isNew ? '不要了，重新写' : '不要了，用已存的'}
      </Button>
    </Box>
  )
}
