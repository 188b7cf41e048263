import { useState } from 'react'
import type { Answer, Hall } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

/** Closing shows first whose booking it takes; the hall can be opened again. */
export function CloseHall({ hall, onChanged }: { hall: Hall; onChanged: () => void }) {
  const now = useNow()
  const [seen, setSeen] = useState<Answer<'halls.preview-close'>['affected']>()
  const preview = useAct('halls.preview-close')
  const close = useAct('halls.close', () => setSeen(undefined))
  const reopen = useAct('halls.reopen')
  const { id, version, allowedActions } = hall
  const target = { params: { id }, version }

  async function look() {
    const answer = await preview.act({ params: { id } })
    if (answer) setSeen(answer.affected)
  }
  async function closeNow(affected: number) {
    if (!(await close.act({ ...target, body: { affected } }))) return
    setSeen(undefined)
    say(affected === 0 ? '大厅已停用' : `大厅已停用，通知了 ${affected} 个人`)
    onChanged()
  }
  async function reopenNow() {
    if (!(await reopen.act(target))) return
    say('大厅已恢复，又可以预约了')
    onChanged()
  }

  return (
    <Box as="section" className={styles.close}>
      <Box as="h2" className={styles.heading}>
        {hall.isClosed ? '大厅已停用' : '停用大厅'}
      </Box>
      <Box as="p" className={styles.quiet}>
        {hall.isClosed
          ? '居民现在查不到它，也不能约。恢复后，照原来的时间和事项办。'
          : '搬走、撤并时用；只停几天，请到排班里写“特别的日子”。停用后可以恢复。'}
      </Box>
      <ProblemNote problem={preview.problem ?? close.problem ?? reopen.problem} />
      {allowedActions.includes('close') && (
        <Button kind="danger" size="small" isBusy={preview.isBusy} onPress={() => void look()}>
          停用这个大厅
        </Button>
      )}
      {allowedActions.includes('reopen') && (
        <Button size="small" isBusy={reopen.isBusy} onPress={() => void reopenNow()}>
          恢复使用
        </Button>
      )}
      {seen && (
        <Dialog
          title={`要停用“${hall.name}”吗？`}
          confirmWord={seen.length === 0 ? '停用' : `停用，并通知这 ${seen.length} 个人`}
          isDanger
          isBusy={close.isBusy}
          onConfirm={() => void closeNow(seen.length)}
          onCancel={() => setSeen(undefined)}
        >
          <Box as="p">
            {seen.length === 0 ? '现在没有人约在这里。' : '下面这些人约好了，他们会马上收到通知，要另找大厅：'}
          </Box>
          <Box as="ul" className={styles.list}>
            {seen.map(({ id: booking, person, item, start }) => (
              <Box as="li" key={booking}>
                {[person ?? '没有留姓名', item, sayTime(new Date(start), now)].join(' · ')}
              </Box>
            ))}
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
