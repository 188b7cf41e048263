import { useState } from 'react'
import type { Need } from '@xinban/shared/contracts'
import {
  kindWords,
  neededKinds,
  pledgeCategories,
  pledgeCategoryWords,
  type NeedDecision,
  type PledgeCategory,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Link } from '@/components/link/link'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import styles from '../forms.module.scss'

interface NeedAnswerFormProps {
  need: Need
  onStale: () => void
}

const decisions: readonly { value: NeedDecision; word: string; detail: string }[] = [
  { value: 'candidate', word: '列入候选', detail: '和别的候选一起票决' },
  { value: 'decline', word: '暂不列入', detail: '写明为什么，会公开' },
]
/** What an order can take care of needs no vote: the one it has, or a new one for whoever said it. */
const decisionsFor = ({ order, source }: Need) => {
  const isHeard = source === 'visit' || source === 'meeting'
  if (order === null && isHeard) return decisions
  const detail = order ? `由居民的单 ${order.no} 来办` : '替居民新建一个单，马上通知本人'
  return [...decisions, { value: 'order' as const, word: '转为点单', detail }]
}
const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value)

export function NeedAnswerForm({ need, onStale }: NeedAnswerFormProps) {
  const [decision, setDecision] = useState<NeedDecision>()
  const [note, setNote] = useState('')
  const [publicTitle, setPublicTitle] = useState(need.title)
  const [candidateId, setCandidateId] = useState('')
  const [candidateSummary, setSummary] = useState((need.content ?? need.title).slice(0, 500))
  const [kind, setKind] = useState<(typeof neededKinds)[number]>('issue')
  const [category, setCategory] = useState<PledgeCategory>('urgent_need')
  const [isChecked, setChecked] = useState(false)
  const lists = useRemote('pledge-lists.list', { query: { org: need.communityCode, limit: 1 } })
  const candidates = lists.data?.items[0]?.candidates ?? []
  const { act, isBusy, problem } = useAct('needs.answer', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })

  function outcome(decided: NeedDecision) {
    if (decided === 'order') return need.order ? {} : { newOrder: { kind } }
    if (decided === 'decline') return {}
    return candidateId === '' ? { category, candidateSummary } : { candidateId }
  }

  async function submit() {
    setChecked(true)
    if (decision === undefined) return focusField('decision')
    if (note.trim() === '') return focusField('note')
    const body = { decision, note, ...(publicTitle.trim() !== '' && { publicTitle }), ...outcome(decision) }
    if (!(await act({ params: { id: need.id }, body, version: need.version }))) return
    say(need.group.size > 1 ? `答复了 ${need.group.size} 条` : '答复已公开')
    goBackTo('pledge-desk', {})
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {need.title}
      </Box>
      {need.content !== null && (
        <Box as="p" className={styles.quote}>
          {need.content}
        </Box>
      )}
      {need.order && (
        <Link to="order" query={{ id: need.order.id }} className={styles.link}>
          相关的单：{need.order.no} ›
        </Link>
      )}
      <ProblemNote problem={problem} />
      <Choice
        id="decision"
        label="怎么答复"
        options={decisionsFor(need)}
        value={decision}
        onChange={setDecision}
        error={isChecked && decision === undefined ? '请选一种答复' : undefined}
      />
      {decision === 'candidate' && candidates.length > 0 && (
        <Select
          id="candidate"
          label="并到哪一件候选"
          placeholder="新的一件"
          options={[
            { value: '', word: '新的一件' },
            ...candidates.map(({ id, number, title }) => ({ value: id, word: `${number}. ${title}` })),
          ]}
          value={candidateId}
          onChange={setCandidateId}
        />
      )}
      {decision === 'candidate' && candidateId === '' && (
        <Choice
          id="category"
          label="哪一类"
          options={pledgeCategories.map((value) => ({ value, word: pledgeCategoryWords[value] }))}
          value={category}
          onChange={setCategory}
          isInline
        />
      )}
      {decision === 'order' && need.order === null && (
        <Select
          id="kind"
          label="建哪一类单"
          placeholder="选一类"
          hint="单的标题和内容就是居民的原话，只有本人和办理的人看得到"
          options={neededKinds.map((value) => ({ value, word: kindWords[value] }))}
          value={kind}
          onChange={(value) => isOneOf(neededKinds, value) && setKind(value)}
          isRequired
        />
      )}
      <Field
        id="publicTitle"
        label="公开的标题"
        hint="不写姓名、门牌和电话"
        value={publicTitle}
        maxLength={80}
        error={problem?.fields.publicTitle}
        onChange={setPublicTitle}
      />
      {decision === 'candidate' && candidateId === '' && (
        <TextArea
          id="candidateSummary"
          label="候选事项的说明（公开）"
          placeholder="要办什么，为什么要办"
          hint="先填好了居民的原话。请改成大家都能看的，不写姓名、门牌和电话"
          value={candidateSummary}
          maxLength={500}
          error={problem?.fields.candidateSummary}
          onChange={setSummary}
        />
      )}
      <TextArea
        id="note"
        label="答复（公开）"
        placeholder={decision === 'decline' ? '为什么现在办不了，什么时候能再看' : '接下来会怎么做'}
        value={note}
        maxLength={1000}
        error={problem?.fields.note ?? (isChecked && note.trim() === '' ? '请写答复，会公开' : undefined)}
        onChange={setNote}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        公开答复
      </Button>
    </Form>
  )
}
