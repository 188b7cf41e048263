import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { gradePartWords, gradeParts, gradeTotal, starWords, type GradePart } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { focusField } from '@/platform/focus'
import { NoteField } from '../templates/note-field'
import { SubmitBar } from './submit-bar'
import { useOrderAct } from './use-order-act'
import styles from './index.module.scss'

const parts = Object.keys(gradeParts) as GradePart[]
type Typed = Record<GradePart, string>
const nothing: Typed = { timeliness: '', quality: '', evidence: '', communication: '' }

/** The score typed for a part, or undefined when it is none within its maximum. */
function scoreOf(part: GradePart, typed: Typed): number | undefined {
  const text = typed[part].trim()
  const score = Number(text)
  return /^\d+$/.test(text) && score <= gradeParts[part] ? score : undefined
}

export function GradeForm({ order }: { order: Order }) {
  const [typed, setTyped] = useState(nothing)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.grade', order, '已评单')
  const scores = {
    timeliness: scoreOf('timeliness', typed) ?? 0,
    quality: scoreOf('quality', typed) ?? 0,
    evidence: scoreOf('evidence', typed) ?? 0,
    communication: scoreOf('communication', typed) ?? 0,
  }

  function submit() {
    setTried(true)
    const wrong = parts.find((part) => scoreOf(part, typed) === undefined)
    if (wrong) focusField(wrong)
    else void send({ scores, ...(note.trim() !== '' && { note }) })
  }

  function errorFor(part: GradePart): string | undefined {
    const isWrong = isTried && scoreOf(part, typed) === undefined
    return isWrong ? `请填 0 到 ${gradeParts[part]} 的整数` : errorOf(`scores.${part}`)
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.rating}>
        {order.rating ? `居民评价：${order.rating.stars} 星，${starWords[order.rating.stars]}` : '居民没有评价'}
        {order.followUpRating &&
          `；整改后追评：${order.followUpRating.stars} 星，${starWords[order.followUpRating.stars]}`}
      </Box>
      <Box className={styles.scores}>
        {parts.map((part) => (
          <Field
            key={part}
            id={part}
            label={`${gradePartWords[part]}（满分 ${gradeParts[part]}）`}
            type="number"
            value={typed[part]}
            maxLength={2}
            error={errorFor(part)}
            onChange={(value) => setTyped({ ...typed, [part]: value })}
            isRequired
          />
        ))}
      </Box>
      <Box as="p" className={styles.total} role="status">
        合计 {gradeTotal(scores)} 分，满分 100 分
      </Box>
      <NoteField
        id="note"
        purpose="grade"
        label="评语"
        placeholder="哪里好，哪里还要改"
        value={note}
        maxLength={2000}
        error={errorOf('note')}
        onChange={setNote}
      />
      <SubmitBar word="提交评单" isBusy={isBusy} />
    </Form>
  )
}
