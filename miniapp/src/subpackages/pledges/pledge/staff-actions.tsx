import { useState } from 'react'
import type { Pledge } from '@xinban/shared/contracts'
import { obstacleWords, pledgeActionWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useMembership } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { holdsSurveys } from '@/words/desk-entries'
import { SayForm } from './say-form'
import styles from './index.module.scss'

interface StaffActionsProps {
  pledge: Pledge
  onChanged: () => void
}
type Noted = 'request-strike-off' | 'send-back' | 'strike-off'

/** What whoever works on it may do; residents see none of it. */
export function StaffActions({ pledge, onChanged }: StaffActionsProps) {
  const [writing, setWriting] = useState<Noted>()
  const [isAsking, setAsking] = useState(false)
  const membership = useMembership()
  const request = useAct('pledges.request-strike-off')
  const sendBack = useAct('pledges.send-back')
  const strikeOff = useAct('pledges.strike-off')
  const may = (action: Pledge['allowedActions'][number]) => pledge.allowedActions.includes(action)
  const options = { params: { id: pledge.id }, version: pledge.version }
  const own = (['progress', 'amend', 'request-strike-off', 'strike-off', 'send-back', 'grade'] as const).filter(may)
  const mayAsk =
    membership !== null && holdsSurveys(membership.role) && (own.length > 0 || membership.org.code === pledge.org.code)
  if (own.length === 0 && !mayAsk) return null
  // Below the survey's threshold only the district strikes off, and says why; others are told what is in the way.
  const needsStatement = pledge.obstacles.join() === 'survey' && membership?.role === 'district_admin'

  function done(words: string) {
    say(words)
    setWriting(undefined)
    onChanged()
    return true
  }
  async function strike(statement?: string) {
    if (!(await strikeOff.act({ ...options, body: { ...(statement !== undefined && { statement }) } }))) return false
    return done('已销号')
  }

  return (
    <Box className={styles.card}>
      {may('strike-off') && pledge.obstacles.length > 0 && (
        <Box as="ul" className={styles.list}>
          {pledge.obstacles.map((obstacle) => (
            <Box as="li" key={obstacle} className={styles.warning}>
              {obstacleWords[obstacle]}
            </Box>
          ))}
        </Box>
      )}
      <ProblemNote problem={writing === undefined ? strikeOff.problem : undefined} />
      <Box className={styles.actions}>
        {may('progress') && (
          <Button kind="primary" size="small" onPress={() => open('pledge-report', { id: pledge.id })}>
            {pledgeActionWords.progress}
          </Button>
        )}
        {may('amend') && (
          <Button size="small" onPress={() => open('pledge-amend', { id: pledge.id })}>
            {pledgeActionWords.amend}
          </Button>
        )}
        {may('request-strike-off') && (
          <Button size="small" onPress={() => setWriting('request-strike-off')}>
            {pledgeActionWords['request-strike-off']}
          </Button>
        )}
        {mayAsk && (
          <Button size="small" onPress={() => open('edit-survey', { pledge: pledge.id })}>
            发起测评
          </Button>
        )}
        {may('grade') && (
          <Button size="small" onPress={() => open('pledge-grade', { id: pledge.id })}>
            {pledgeActionWords.grade}
          </Button>
        )}
        {may('strike-off') && (
          <Button
            kind="primary"
            size="small"
            isBusy={strikeOff.isBusy}
            onPress={() => (needsStatement ? setWriting('strike-off') : setAsking(true))}
          >
            {pledgeActionWords['strike-off']}
          </Button>
        )}
        {may('send-back') && (
          <Button size="small" onPress={() => setWriting('send-back')}>
            {pledgeActionWords['send-back']}
          </Button>
        )}
      </Box>
      {isAsking && (
        <Dialog
          title="核实过了，这件事办成了？"
          confirmWord="销号"
          isBusy={strikeOff.isBusy}
          onConfirm={() => void strike().finally(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          销号后公开显示“办结”，居民还可以评价。
        </Dialog>
      )}
      {writing === 'request-strike-off' && (
        <SayForm
          id="request-note"
          label="办成了什么"
          placeholder="比如：六部电梯都已验收投用"
          maxLength={2000}
          word="申请销号，开始公示"
          isBusy={request.isBusy}
          problem={request.problem}
          onSend={async (note) =>
            (await request.act({ ...options, body: { note } })) !== undefined && done('开始公示了')
          }
        />
      )}
      {writing === 'send-back' && (
        <SayForm
          id="send-back-note"
          label="还差什么"
          placeholder="比如：二单元的还没有装，请装完再报"
          maxLength={2000}
          word="退回继续办"
          isBusy={sendBack.isBusy}
          problem={sendBack.problem}
          onSend={async (note) => (await sendBack.act({ ...options, body: { note } })) !== undefined && done('已退回')}
        />
      )}
      {writing === 'strike-off' && (
        <SayForm
          id="statement"
          label="区里的公开说明"
          placeholder="测评没有达到要求，为什么仍然销号"
          maxLength={2000}
          word="说明理由并销号"
          isBusy={strikeOff.isBusy}
          problem={strikeOff.problem}
          onSend={strike}
        />
      )}
    </Box>
  )
}
