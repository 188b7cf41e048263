import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Activity } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Field } from '@/components/field/field'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { usePages } from '@/hooks/use-pages'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'
import { MoveForm } from './move-form'
import { RosterRow } from './roster-row'

interface RosterProps {
  activity: Activity
  onChanged: () => void
}

/** Who signed up, for those who run it: checking in whoever has no phone, confirming hours, calling it off. */
export function Roster({ activity, onChanged }: RosterProps) {
  const [isAsking, setAsking] = useState(false)
  const [isMoving, setMoving] = useState(false)
  const [note, setNote] = useState('')
  const signups = usePages('signups.list', {}, { id: activity.id })
  useReachBottom(signups.loadMore)
  const cancel = useAct('activities.cancel')

  async function callOff() {
    const body = { note: note.trim() === '' ? '时间有变' : note }
    const answer = await cancel.act({ params: { id: activity.id }, version: activity.version, body })
    setAsking(false)
    if (!answer) return
    say('已取消，报了名的人会收到消息')
    onChanged()
  }

  return (
    <>
      <Box as="h2" className={styles.section}>
        报名 {activity.taken} 人 / {activity.capacity} 个名额
      </Box>
      <PagedList pages={signups} empty={<Empty title="还没有人报名" detail="队员报名后会出现在这里" />}>
        {(signup) => <RosterRow signup={signup} onChanged={signups.put} />}
      </PagedList>
      <ProblemNote problem={cancel.problem} />
      {isMoving && (
        <MoveForm
          key={activity.version}
          activity={activity}
          onCancel={() => setMoving(false)}
          onDone={() => {
            setMoving(false)
            onChanged()
          }}
        />
      )}
      {activity.allowedActions.includes('move') && !isMoving && (
        <Button onPress={() => setMoving(true)}>改时间地点</Button>
      )}
      {activity.allowedActions.includes('cancel') && <Button onPress={() => setAsking(true)}>取消这次活动</Button>}
      {isAsking && (
        <Dialog
          title="取消这次活动？"
          confirmWord="取消活动"
          cancelWord="不取消"
          isDanger
          isBusy={cancel.isBusy}
          onConfirm={() => void callOff()}
          onCancel={() => setAsking(false)}
        >
          <Field id="cancel-note" label="告诉大家为什么" value={note} maxLength={200} onChange={setNote} />
        </Dialog>
      )}
    </>
  )
}
