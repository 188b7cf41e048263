import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useItemMove, type ItemDialogProps } from './use-item-move'

export function CloseDialog(props: ItemDialogProps) {
  const { send, isBusy, problem } = useItemMove('service-items.close', props, '已停办')
  return (
    <Dialog
      title={`要停办“${props.item.name}”吗？`}
      confirmWord="停办"
      isDanger
      isBusy={isBusy}
      onConfirm={() => void send()}
      onCancel={props.onCancel}
    >
      <ProblemNote problem={problem} />
      <Box as="p">居民马上就点不到这项服务。已经点的单照常办完。</Box>
      <Box as="p">内容和版本都留着，以后可以恢复办理。</Box>
    </Dialog>
  )
}

export function ReopenDialog(props: ItemDialogProps) {
  const { send, isBusy, problem } = useItemMove('service-items.reopen', props, '已恢复办理')
  return (
    <Dialog
      title={`要恢复办理“${props.item.name}”吗？`}
      confirmWord="恢复办理"
      isBusy={isBusy}
      onConfirm={() => void send()}
      onCancel={props.onCancel}
    >
      <ProblemNote problem={problem} />
      <Box as="p">居民又能点这项服务，看到的是第 {props.item.publishedVersion} 版。</Box>
    </Dialog>
  )
}

export function DiscardDialog(props: ItemDialogProps) {
  const { send, isBusy, problem } = useItemMove('service-items.discard-draft', props, '已放弃')
  const { name, publishedVersion } = props.item
  const isNew = publishedVersion === null
  return (
    <Dialog
      title={isNew ? `要删去草稿“${name}”吗？` : '要放弃没发布的修改吗？'}
      confirmWord={isNew ? '删去草稿' : '放弃修改'}
      isDanger
      isBusy={isBusy}
      onConfirm={() => void send()}
      onCancel={props.onCancel}
    >
      <ProblemNote problem={problem} />
      <Box as="p">
        {isNew ? '它从没发布过，删去后找不回来。' : `改的内容找不回来。居民看到的第 ${publishedVersion} 版不变。`}
      </Box>
    </Dialog>
  )
}
