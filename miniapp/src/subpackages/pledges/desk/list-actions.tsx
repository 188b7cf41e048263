import { useState } from 'react'
import type { PledgeList } from '@xinban/shared/contracts'
import { pledgeListActionWords, type PledgeListAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import type { ApiProblem } from '@/platform/problem'
import { SayForm } from '../pledge/say-form'
import { ScoreForm } from '../score-form'
import { OpenVoteForm } from './open-vote-form'
import { ConsentForm } from './consent-form'
import styles from './index.module.scss'

interface ListActionsProps {
  list: PledgeList
  now: Date
  onChanged: (list: PledgeList) => void
  onStale: () => void
}

/** Steps that need nothing but a confirmation. */
const asked = {
  deliberate: '问需结束，候选事项交给大家票决。之后居民还能看答复，不能再算进这份清单。',
  start: '开始办理后，进展和亮灯就公开了。',
  evaluate: '办理期结束，进入评议；没办完的还可以继续报进展。',
} as const
type Asked = keyof typeof asked
const isAsked = (action: string): action is Asked => action in asked

/** What comes next for a year's list; the server says what may be done. */
export function ListActions({ list, now, onChanged, onStale }: ListActionsProps) {
  const [current, setCurrent] = useState<PledgeListAction>()
  const refuse = ({ status }: ApiProblem) => {
    if (status === 409 || status === 412) onStale()
  }
  const deliberate = useAct('pledge-lists.deliberate', refuse)
  const start = useAct('pledge-lists.start', refuse)
  const evaluate = useAct('pledge-lists.evaluate', refuse)
  const steps = { deliberate, start, evaluate }
  const openVote = useAct('pledge-lists.open-vote', refuse)
  const consent = useAct('pledge-lists.consent-number', refuse)
  const grade = useAct('pledge-lists.grade', refuse)
  const close = useAct('pledge-lists.close', refuse)
  const options = { params: { id: list.id }, version: list.version }
  const actions = list.allowedActions.filter(
    (action): action is PledgeListAction => action !== 'vote' && action !== 'add-candidate',
  )
  if (actions.length === 0) return null

  function done(answer: PledgeList | undefined, words: string): boolean {
    if (!answer) return false
    setCurrent(undefined)
    say(words)
    onChanged(answer)
    return true
  }
  const press = (action: PledgeListAction) =>
    action === 'publish' ? open('pledge-publish', { id: list.id }) : setCurrent(action)

  return (
    <>
      <ProblemNote problem={current && isAsked(current) ? steps[current].problem : undefined} />
      <Box className={styles.actions}>
        {actions.map((action) => (
          <Button
            key={action}
            size="small"
            label={`${pledgeListActionWords[action]}（${list.org.name}）`}
            onPress={() => press(action)}
          >
            {pledgeListActionWords[action]}
          </Button>
        ))}
      </Box>
      {current && isAsked(current) && (
        <Dialog
          title={`${pledgeListActionWords[current]}？`}
          confirmWord={pledgeListActionWords[current]}
          isBusy={steps[current].isBusy}
          onConfirm={() =>
            void steps[current].act({ ...options, body: {} }).then((answer) => done(answer, '已经进入下一步'))
          }
          onCancel={() => setCurrent(undefined)}
        >
          {asked[current]}
        </Dialog>
      )}
      {current === 'open-vote' && (
        <OpenVoteForm
          now={now}
          isBusy={openVote.isBusy}
          problem={openVote.problem}
          onSend={(body) => void openVote.act({ ...options, body }).then((answer) => done(answer, '票决开始了'))}
        />
      )}
      {current === 'consent-number' && (
        <ConsentForm
          isBusy={consent.isBusy}
          problem={consent.problem}
          onSend={(body) => void consent.act({ ...options, body }).then((answer) => done(answer, '记下了'))}
        />
      )}
      {current === 'grade' && (
        <ScoreForm
          isBusy={grade.isBusy}
          problem={grade.problem}
          onSend={(body) => void grade.act({ ...options, body }).then((answer) => done(answer, '年度评单已公开'))}
        />
      )}
      {current === 'close' && (
        <SayForm
          id={`close-${list.id}`}
          label="收官说明（公开）"
          placeholder="都办成了就写一句；没办成的写明怎么接着办"
          maxLength={2000}
          word="收官"
          isBusy={close.isBusy}
          problem={close.problem}
          onSend={async (note) => done(await close.act({ ...options, body: { note } }), '今年收官了')}
        />
      )}
    </>
  )
}
