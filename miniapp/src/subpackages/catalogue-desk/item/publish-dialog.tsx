import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { changedParts, tellOfferers } from '@/words/items'
import { useItemMove, type ItemDialogProps } from './use-item-move'

/** Says for whom what changes, before everyone sees it. */
export function PublishDialog(props: ItemDialogProps) {
  const { item, onCancel } = props
  const { id, name, publishedVersion, content } = item
  const { send, isBusy, problem } = useItemMove('service-items.publish', props, '已发布')
  const before = useRemote('service-items.show', publishedVersion === null ? null : { params: { id }, query: {} }).data
  return (
    <Dialog
      title={`要发布“${content.name}”吗？`}
      confirmWord="发布"
      isBusy={isBusy}
      onConfirm={() => void send()}
      onCancel={onCancel}
    >
      <ProblemNote problem={problem} />
      {publishedVersion === null ? (
        <Box as="p">{tellFirst(item.offeredBy)}</Box>
      ) : (
        <>
          {before && <Box as="p">{tellChanges(changedParts(before, content))}</Box>}
          <Box as="p">以后点的单，用新的第 {publishedVersion + 1} 版。</Box>
          <Box as="p">已经点的单不变，还按点单时的说明办。</Box>
          {content.name !== name && (
            <Box as="p">
              名称从“{name}”改成“{content.name}”。
            </Box>
          )}
        </>
      )}
    </Dialog>
  )
}

const tellFirst = (offeredBy: ItemDialogProps['item']['offeredBy']): string =>
  offeredBy.length === 0
    ? '还没有单位提供，发布后居民也点不到。发布以后请选好由谁提供。'
    : `发布后居民马上能看到、能点（${tellOfferers(offeredBy)}）。`

const tellChanges = (parts: readonly string[]): string =>
  parts.length === 0 ? '居民看到的文字没有变，只改了搜索用的常用说法。' : `改了：${parts.join('、')}。`
