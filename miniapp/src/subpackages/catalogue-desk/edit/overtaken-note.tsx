import { useState } from 'react'
import type { EditableItem, ItemContent } from '@xinban/shared/contracts'
import { guideRemark } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { GuideText } from '@/components/guide/guide-text'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { changedParts } from '@/words/items'
import styles from './index.module.scss'

interface OvertakenNoteProps {
  itemId: string
  mine: ItemContent
  isBusy: boolean
  /** Saves what is typed here on top of the colleague's version. */
  onKeepMine: (version: number) => void
  onTakeTheirs: (item: EditableItem) => void
}

/** A colleague was faster: nothing is lost, and the person decides which of the two goes on. */
export function OvertakenNote({ itemId, mine, isBusy, onKeepMine, onTakeTheirs }: OvertakenNoteProps) {
  const [isReading, setReading] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const {
    data: theirs,
    problem,
    isLoading,
    reload,
  } = useRemote('service-items.edit', isReading ? { params: { id: itemId } } : null)
  return (
    <Box className={styles.overtaken}>
      <Box as="p" className={styles.overtakenWords} role="alert">
        同事刚刚改过这个事项，所以还没有存。你写的都在，没有丢。
      </Box>
      {!isReading && (
        <Button size="small" onPress={() => setReading(true)}>
          看同事改的
        </Button>
      )}
      {isLoading && <Skeleton cards={1} />}
      {problem && !theirs && <ErrorState problem={problem} onRetry={reload} />}
      {theirs && (
        <>
          <Box as="p" className={styles.overtakenWords}>
            {tellDifference(changedParts(theirs.content, mine))}
          </Box>
          <Box as="section" className={styles.theirs} label="同事改的" isScrolled>
            <GuideText item={preview(theirs)} />
          </Box>
          <Box className={styles.buttons}>
            <Button isBusy={isBusy} onPress={() => onKeepMine(theirs.version)}>
              用我写的存
            </Button>
            <Button kind="danger" onPress={() => setAsking(true)}>
              改用同事的
            </Button>
          </Box>
          {isAsking && (
            <Dialog
              title="不要你写的了吗？"
              confirmWord="用同事的"
              isDanger
              onConfirm={() => onTakeTheirs(theirs)}
              onCancel={() => setAsking(false)}
            >
              你在这里写的改动会去掉，换成同事存的内容。
            </Dialog>
          )}
        </>
      )}
    </Box>
  )
}

const tellDifference = (parts: readonly string[]): string =>
  parts.length === 0 ? '同事写的和你写的，居民看到的内容一样。' : `和你写的不一样的地方：${parts.join('、')}。`

/** Content as residents would read it, also while it is being written. */
export const preview = ({ content, offeredBy }: Pick<EditableItem, 'content' | 'offeredBy'>) => ({
  name: content.name === '' ? '还没写名称' : content.name,
  summary: content.summary,
  offeredBy,
  guide: { ...content.guide, remark: guideRemark } as const,
})
