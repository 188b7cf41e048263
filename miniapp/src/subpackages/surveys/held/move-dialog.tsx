import type { Survey } from '@xinban/shared/contracts'
import { fewestBallots } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'

export type Move = 'publish' | 'close' | 'discard'

const words: Record<Move, { title: string; confirm: string; done: string }> = {
  publish: { title: '要发布这份测评吗？', confirm: '发布', done: '已发布' },
  close: { title: '要提前结束吗？', confirm: '结束并计票', done: '已结束，结果已公布' },
  discard: { title: '要删除这份草稿吗？', confirm: '删除', done: '已删除' },
}

interface MoveDialogProps {
  survey: Survey
  move: Move
  onClose: () => void
  onChanged: () => void
}

export function MoveDialog({ survey, move, onClose, onChanged }: MoveDialogProps) {
  const publish = useAct('surveys.publish')
  const close = useAct('surveys.close')
  const discard = useAct('surveys.discard')
  const used = { publish, close, discard }[move]
  const { title, confirm, done } = words[move]

  async function confirmed() {
    const target = { params: { id: survey.id }, version: survey.version }
    const answer = move === 'discard' ? discard.act(target) : { publish, close }[move].act({ ...target, body: {} })
    if ((await answer) === undefined) return
    say(done)
    onClose()
    if (move === 'discard') goBack()
    else onChanged()
  }

  return (
    <Dialog
      title={title}
      confirmWord={confirm}
      isDanger={move !== 'publish'}
      isBusy={used.isBusy}
      onConfirm={() => void confirmed()}
      onCancel={onClose}
    >
      <ProblemNote problem={used.problem} />
      <Box as="p">{explain(survey, move)}</Box>
    </Dialog>
  )
}

function explain({ turnout }: Survey, move: Move): string {
  if (move === 'publish') return '到开始时间就能参加。有人参加以后，题目不能再改。'
  if (move === 'discard') return '删掉以后找不回来。'
  const ballots = turnout?.ballots ?? 0
  return ballots < fewestBallots
    ? `现在只有 ${ballots} 人参加，不到 ${fewestBallots} 人不公布结果，答案会删除。结束后不能再开。`
    : `现在有 ${ballots} 人参加。结束后马上计票、公布结果，不能再开。`
}
