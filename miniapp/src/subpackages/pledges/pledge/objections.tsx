import { useState } from 'react'
import type { Objection, Pledge } from '@xinban/shared/contracts'
import { objectionStateWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { SayForm } from './say-form'
import styles from './index.module.scss'

interface ObjectionsProps {
  pledge: Pledge
  now: Date
  onChanged: () => void
}

/** Who sees it otherwise says so while it is noticed; the answer is public, and one appeal goes to the district. */
export function Objections({ pledge, now, onChanged }: ObjectionsProps) {
  const [isWriting, setWriting] = useState(false)
  const { act, isBusy, problem } = useAct('pledges.object')
  const { objections } = pledge
  const mayObject = pledge.allowedActions.includes('object')
  if (objections.length === 0 && !mayObject) return null

  async function send(text: string, objectionId?: string) {
    const body = { text, ...(objectionId !== undefined && { objectionId }) }
    if (!(await act({ params: { id: pledge.id }, body }))) return false
    say(objectionId === undefined ? '收到了，街道会公开答复' : '收到了，区里会再看一遍')
    setWriting(false)
    onChanged()
    return true
  }

  return (
    <>
      <Box as="h2" className={styles.section}>
        异议
      </Box>
      <Box as="ul" className={styles.list}>
        {objections.map((objection) => (
          <Box as="li" key={objection.id} className={styles.row}>
            <OneObjection objection={objection} now={now} />
            {objection.appealUntil !== null && (
              <SayForm
                id={`appeal-${objection.id}`}
                label="对答复不满意，请区里再看"
                placeholder="说说答复哪里不对"
                maxLength={1000}
                word={`申诉（${sayTime(new Date(objection.appealUntil), now)}前，只有一次）`}
                isBusy={isBusy}
                problem={problem}
                onSend={(text) => send(text, objection.id)}
              />
            )}
            {pledge.allowedActions.includes('resolve-objection') && isWaiting(objection) && (
              <Button size="small" onPress={() => open('pledge-answer', { id: pledge.id, objection: objection.id })}>
                公开答复
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {mayObject && !isWriting && (
        <Button size="small" onPress={() => setWriting(true)}>
          情况不是这样？提异议
        </Button>
      )}
      {mayObject && isWriting && (
        <SayForm
          id="objection"
          label="你看到的是什么情况"
          placeholder="比如：三号楼的扶手还没有装"
          maxLength={1000}
          word="提交异议"
          isBusy={isBusy}
          problem={problem}
          onSend={(text) => send(text)}
        />
      )}
    </>
  )
}

const isWaiting = ({ state }: Objection) => state === 'open' || state === 'appealed'

function OneObjection({ objection, now }: { objection: Objection; now: Date }) {
  const { state, at, summary, text, answer, appeal, isOwn } = objection
  return (
    <>
      <Box as="p" className={styles.words}>
        {text ?? summary ?? '有居民提了异议，答复后公开内容'}
      </Box>
      <Box as="p" className={styles.meta}>
        {isOwn ? '你' : '居民'} · {sayTime(new Date(at), now)} · {objectionStateWords[state]}
      </Box>
      {answer && (
        <Box as="p" className={styles.words}>
          街道答复（{decisionWords[answer.decision]}）：{answer.text}
        </Box>
      )}
      {appeal && (
        <Box as="p" className={styles.words}>
          {appeal.answer
            ? `区里答复（${decisionWords[appeal.answer.decision]}）：${appeal.answer.text}`
            : '已申诉，等区里答复'}
        </Box>
      )}
    </>
  )
}

const decisionWords = { uphold: '异议成立', reject: '异议不成立' } as const
