import type { EditableItem } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import type { CallOptions } from '@/platform/request'

type MoveRoute = `service-items.${'publish' | 'close' | 'reopen' | 'discard-draft'}`

export interface ItemDialogProps {
  item: EditableItem
  onDone: () => void
  /** It stands differently now; the words say why, and the page has to be fetched anew. */
  onRefused: (words: string) => void
  onCancel: () => void
}

interface ItemMove {
  send: () => Promise<void>
  isBusy: boolean
  /** What can be tried again as it is. */
  problem: ApiProblem | undefined
}

const isOvertaken = ({ code }: ApiProblem) =>
  code === 'version_mismatch' || code === 'lost_race' || code === 'wrong_state'

/** Does what a dialog asked about, on the version that was shown. */
export function useItemMove(name: MoveRoute, { item, onDone, onRefused }: ItemDialogProps, done: string): ItemMove {
  const reopen = useAct('service-items.reopen')
  const { act, isBusy, problem } = useAct(name, (failed) => {
    if (isOvertaken(failed)) onRefused('同事刚刚改过这个事项，所以还没有办。内容已更新，请看过再决定')
  })
  /** The dialog is gone by then: what fails is led to the button that does the same. */
  async function undoClose({ id, version }: EditableItem) {
    const isBack = await reopen.act({ params: { id }, version })
    say(isBack ? '已恢复办理' : '没能恢复，请看过这个事项，再点“恢复办理”')
    onDone()
  }

  return {
    send: async () => {
      const options: object = { params: { id: item.id }, version: item.version }
      // Every move of an item takes these two; TypeScript cannot see that through the route's name.
      const answer = await act(options as CallOptions<MoveRoute>)
      if (answer === undefined) return
      const closed = name === 'service-items.close' ? answer : undefined
      say(done, closed && { word: '撤销', run: () => void undoClose(closed) })
      onDone()
    },
    isBusy,
    problem,
  }
}
