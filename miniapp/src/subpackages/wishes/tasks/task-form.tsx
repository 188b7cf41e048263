import { useState } from 'react'
import type { Membership, Order } from '@xinban/shared/contracts'
import { wishCategories, wishCategoryWords, type WishCategory } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import styles from '../wishes.module.scss'

const categories = wishCategories.map((value) => ({ value, word: wishCategoryWords[value] }))

interface TaskFormProps {
  by: Membership
  onDone: (task: Order) => void
  onCancel: () => void
}

/** What is to be done, where, and whom to ask. */
export function TaskForm({ by, onDone, onCancel }: TaskFormProps) {
  const [title, setTitle] = useState('')
  const [content, setContent] = useState('')
  const [category, setCategory] = useState<WishCategory>('other')
  const [communityCode, setCommunityCode] = useState<string>()
  const [place, setPlace] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [hasTried, setTried] = useState(false)
  const publish = useAct('tasks.place')
  const fields = publish.problem?.fields
  const missing = (value: string | undefined, words: string) =>
    hasTried && (value ?? '').trim() === '' ? words : undefined

  async function submit() {
    setTried(true)
    if (title.trim() === '') return focusField('task-title')
    if (content.trim() === '') return focusField('task-content')
    if (communityCode === undefined) return focusField('task-community')
    if (name.trim() === '') return focusField('task-name')
    if (phone.trim() === '') return focusField('task-phone')
    const contact = { name: name.trim(), phone: phone.trim() }
    const task = await publish.act({
      body: { title, content, category, communityCode, place, contact, membershipId: by.id },
    })
    if (task) onDone(task)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box className={styles.form}>
        <ProblemNote problem={publish.problem} />
        <Field
          id="task-title"
          label="要做什么"
          hint="墙上人人能看到，不写姓名和电话"
          value={title}
          maxLength={40}
          error={fields?.title ?? missing(title, '请用一句话写要做什么')}
          onChange={setTitle}
          isRequired
        />
        <TextArea
          id="task-content"
          label="具体说说"
          placeholder="什么时候、要几个人、带什么"
          value={content}
          maxLength={2000}
          rows={4}
          error={fields?.content ?? missing(content, '请写清时间、人数和要求')}
          onChange={setContent}
          isRequired
        />
        <Select
          id="task-category"
          label="类别"
          placeholder="请选择"
          options={categories}
          value={category}
          onChange={(next) => setCategory(wishCategories.find((known) => known === next) ?? 'other')}
          isRequired
        />
        <CommunityPicker
          id="task"
          value={communityCode}
          error={fields?.communityCode ?? missing(communityCode, '请选择在哪个社区')}
          onChange={setCommunityCode}
        />
        <Field
          id="task-place"
          label="具体地点"
          value={place}
          maxLength={100}
          error={fields?.place}
          onChange={setPlace}
        />
        <Field
          id="task-name"
          label="部门联系人"
          value={name}
          maxLength={40}
          error={fields?.['contact.name'] ?? missing(name, '请写联系人')}
          onChange={setName}
          isRequired
        />
        <Field
          id="task-phone"
          label="联系电话"
          type="tel"
          hint="领了任务的单位才能看到"
          value={phone}
          maxLength={13}
          error={fields?.['contact.phone'] ?? missing(phone, '请写联系电话')}
          onChange={setPhone}
          isRequired
        />
        <Box className={styles.actions}>
          <Button kind="primary" isSubmit isBusy={publish.isBusy}>
            送街道审单
          </Button>
          <Button onPress={onCancel}>取消</Button>
        </Box>
      </Box>
    </Form>
  )
}
