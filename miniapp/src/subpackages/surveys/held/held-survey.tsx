import { useState } from 'react'
import type { Survey } from '@xinban/shared/contracts'
import { sayTime, surveyMethodWords, surveyPhaseWords, surveyQuestionKindWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { useNow } from '@/hooks/use-now'
import { open } from '@/platform/navigation'
import { MoveDialog, type Move } from './move-dialog'
import styles from '../surveys.module.scss'

const moves: readonly Move[] = ['publish', 'close', 'discard']
const moveWords: Record<Move, string> = { publish: '发布', close: '提前结束', discard: '删除草稿' }

export function HeldSurvey({ survey, onChanged }: { survey: Survey; onChanged: () => void }) {
  const now = useNow()
  const [asked, setAsked] = useState<Move>()
  const { id, title, phase, turnout, allowedActions, questions, population, method } = survey
  const say = (at: string) => sayTime(new Date(at), now)
  const offered = moves.filter((move) => allowedActions.includes(move))
  return (
    <>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      <List label="情况">
        <Cell label="状态" value={surveyPhaseWords[phase]} />
        <Cell label="参加人数" value={turnout ? `${turnout.ballots} 人` : '—'} />
        <Cell label="其中协助" value={turnout ? `${turnout.helped} 人` : '—'} />
        <Cell label="开始" value={say(survey.opensAt)} />
        <Cell label="截止" value={say(survey.closesAt)} />
        <Cell label="请谁参加" value={population.map(({ name }) => name).join('、')} detail="已核实住址的居民" />
        <Cell label="得出结论" value={surveyMethodWords[method]} />
        {phase === 'closed' && <Cell label="结果" value="已公布" to="survey-result" query={{ id }} />}
      </List>
      <Box as="p" className={styles.note}>
        {phase === 'closed' ? '答案不记名，谁答了什么，谁也查不到。' : '结束前谁也看不到答案，只看得到有多少人参加。'}
      </Box>
      <Box className={styles.buttons}>
        {allowedActions.includes('help') && (
          <Button kind="primary" size="small" onPress={() => open('survey', { id, as: 'staff' })}>
            协助居民参加
          </Button>
        )}
        {allowedActions.includes('update') && (
          <Button size="small" onPress={() => open('edit-survey', { id })}>
            修改
          </Button>
        )}
        {offered.map((move) => (
          <Button
            key={move}
            size="small"
            kind={move === 'publish' ? 'primary' : 'plain'}
            onPress={() => setAsked(move)}
          >
            {moveWords[move]}
          </Button>
        ))}
      </Box>
      <Box as="section" className={styles.section}>
        <Box as="h3" className={styles.heading}>
          {survey.isFrozen ? '题目（已有人参加，不能再改）' : '题目'}
        </Box>
        <Box as="ol" className={styles.counts}>
          {questions.map((question, index) => (
            <Box as="li" key={question.key} className={styles.count}>
              {index + 1}. {question.title}
              <Box as="p" className={styles.detail}>
                {[
                  surveyQuestionKindWords[question.kind],
                  question.isDecisive ? '得出结论' : null,
                  question.isRequired ? null : '可不答',
                  ...question.options,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
      {asked && <MoveDialog survey={survey} move={asked} onClose={() => setAsked(undefined)} onChanged={onChanged} />}
    </>
  )
}
