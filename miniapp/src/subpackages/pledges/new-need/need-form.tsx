import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { needSourceWords, type NeedSource } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { replace } from '@/platform/navigation'
import styles from './index.module.scss'

interface NeedFormProps {
  community: OrgRef
  isStaff: boolean
  orderId: string | undefined
}

const heard = (['visit', 'meeting'] as const).map((value) => ({ value, word: needSourceWords[value] }))

export function NeedForm({ community, isStaff, orderId }: NeedFormProps) {
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const [source, setSource] = useState<NeedSource>('visit')
  const [isChecked, setChecked] = useState(false)
  const { act, isBusy, problem } = useAct('needs.create')
  const missing = (value: string, words: string) => (isChecked && value.trim() === '' ? words : undefined)

  async function submit() {
    setChecked(true)
    if (title.trim() === '') return focusField('title')
    if (content.trim() === '') return focusField('content')
    const extra = { ...(isStaff && { source }), ...(orderId !== undefined && { orderId }) }
    if (!(await act({ body: { communityCode: community.code, title, content, ...extra } }))) return
    say(isStaff ? '记下了' : '收到了，每一条都会有公开答复')
    replace('needs', { org: community.code })
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="p" className={styles.lead}>
        交给{community.name}。每一条都会有公开答复；你写的内容只有工作人员看得到，公开时只用一句标题。
      </Box>
      <ProblemNote problem={problem} />
      {isStaff && (
        <Choice id="source" label="从哪里听来的" options={heard} value={source} onChange={setSource} isInline />
      )}
      <Field
        id="title"
        label="最想办什么"
        placeholder="比如：给老楼装扶手"
        value={title}
        maxLength={80}
        error={problem?.fields.title ?? missing(title, '请用一句话写想办什么')}
        onChange={setTitle}
        isRequired
      />
      <TextArea
        id="content"
        label="说说情况"
        placeholder="比如：三号楼住的多是老人，下雨天楼梯滑"
        value={content}
        maxLength={2000}
        rows={5}
        error={problem?.fields.content ?? missing(content, '请说说情况，社区好判断怎么办')}
        onChange={setContent}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        提交
      </Button>
    </Form>
  )
}
