import { useState } from 'react'
import type { Place } from '@xinban/shared/contracts'
import { placeKindWords, type PlaceAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { PlaceForm } from './place-form'
import styles from './index.module.scss'

interface PlaceCardProps {
  place: Place
  onChanged: () => void
}

const buttonWords: Record<PlaceAction, string> = { update: '修改', close: '停用', reopen: '恢复使用' }

export function PlaceCard({ place, onChanged }: PlaceCardProps) {
  const [open, setOpen] = useState<'form' | 'question'>()
  const update = useAct('places.update')
  const close = useAct('places.close')
  const reopen = useAct('places.reopen')
  const { id, name, kind, point, version, isClosed } = place
  const target = { params: { id }, version }

  async function settle(change: Promise<Place | undefined>, words: string) {
    if (!(await change)) return
    setOpen(undefined)
    say(words)
    onChanged()
  }

  async function closeNow() {
    const closed = await close.act(target)
    if (!closed) return
    setOpen(undefined)
    say(`已停用“${name}”`, { word: '撤销', run: () => void undoClose(closed.version) })
    onChanged()
  }

  /** This card may be gone by then: what fails is led to the button that does the same. */
  async function undoClose(closedVersion: number) {
    const isBack = await reopen.act({ params: { id }, version: closedVersion })
    say(isBack ? '已恢复使用' : `没能恢复，请点“${name}”下面的“恢复使用”`)
    onChanged()
  }

  const press: Record<PlaceAction, () => void> = {
    update: () => setOpen('form'),
    close: () => setOpen('question'),
    reopen: () => void settle(reopen.act(target), '已恢复使用'),
  }

  if (open === 'form') {
    return (
      <Box as="li" className={styles.card}>
        <PlaceForm
          id={`place-${id}`}
          initial={{ name, kind, point }}
          isBusy={update.isBusy}
          problem={update.problem}
          onSubmit={(body) => void settle(update.act({ ...target, body }), '已改好')}
          onCancel={() => setOpen(undefined)}
        />
      </Box>
    )
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {name}
      </Box>
      <Box as="p" className={styles.detail}>
        {[placeKindWords[kind], point ? '有位置' : '没有位置', isClosed ? '已停用' : null].filter(Boolean).join(' · ')}
      </Box>
      <ProblemNote problem={reopen.problem} />
      <Box className={styles.buttons}>
        {place.allowedActions.map((action) => (
          <Button
            key={action}
            size="small"
            kind={action === 'close' ? 'plain' : 'secondary'}
            label={`${buttonWords[action]}：${name}`}
            isBusy={action === 'reopen' && reopen.isBusy}
            onPress={press[action]}
          >
            {buttonWords[action]}
          </Button>
        ))}
      </Box>
      {open === 'question' && (
        <Dialog
          title={`要停用“${name}”吗？`}
          confirmWord="停用"
          isDanger
          isBusy={close.isBusy}
          onConfirm={() => void closeNow()}
          onCancel={() => setOpen(undefined)}
        >
          <ProblemNote problem={close.problem} />
          <Box as="p">停用后，居民点单时选不到它；已经点的单不受影响，以后也能恢复。</Box>
        </Dialog>
      )}
    </Box>
  )
}
