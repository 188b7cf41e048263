import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { publicTitleIssue, wishCategories, wishCategoryWords, type WishCategory } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { focusField } from '@/platform/focus'
import { SubmitBar } from '../submit-bar'
import { useOrderAct } from '../use-order-act'
import styles from '../index.module.scss'

const options = wishCategories.map((value) => ({ value, word: wishCategoryWords[value] }))
const longestTitle = 40

interface WallWordsProps {
  order: Order
  route: 'orders.approve' | 'orders.offer-to-units'
  lead: string
  submitWord: string
  done: string
}

/** What everyone will read of it: a title and a category, and nothing of a person. */
function WallWordsForm({ order, route, lead, submitWord, done }: WallWordsProps) {
  const [title, setTitle] = useState(order.wish?.title ?? order.title.slice(0, longestTitle))
  const [category, setCategory] = useState<WishCategory | undefined>(order.wish?.category ?? undefined)
  const [hasTried, setTried] = useState(false)
  const { send, isBusy, problem, errorOf } = useOrderAct(route, order, done)
  const titleError = title.trim() === '' ? '请写一个能公开的标题' : (publicTitleIssue(title, []) ?? undefined)
  const categoryError = category ? undefined : '请选择心愿的类别'

  function submit() {
    setTried(true)
    if (titleError !== undefined) return focusField('title')
    if (category === undefined) return focusField('category')
    void send({ title, category })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      <Box as="p" className={styles.asked}>
        {lead}
      </Box>
      <Field
        id="title"
        label="公开的标题"
        value={title}
        maxLength={longestTitle}
        hint="不写姓名、电话、门牌。例如：想要一副老花镜"
        error={errorOf('title') ?? (hasTried ? titleError : undefined)}
        onChange={setTitle}
        isRequired
      />
      <Choice
        id="category"
        label="类别"
        options={options}
        value={category}
        error={errorOf('category') ?? (hasTried ? categoryError : undefined)}
        onChange={setCategory}
        isInline
      />
      <SubmitBar word={submitWord} isBusy={isBusy} />
    </Form>
  )
}

export function ApproveWishForm({ order }: { order: Order }) {
  return (
    <WallWordsForm
      order={order}
      route="orders.approve"
      lead="同意后，所有人都能在心愿墙上看到标题、类别和社区。不公开：是谁的、情况说明、地点、联系方式和照片。"
      submitWord="同意上墙"
      done="已上心愿墙"
    />
  )
}

export function OfferForm({ order }: { order: Order }) {
  return (
    <WallWordsForm
      order={order}
      route="orders.offer-to-units"
      lead="街道审过后上心愿墙，单位和志愿队可以认领。居民的时限照常算。"
      submitWord="请单位帮办"
      done="已交街道审单"
    />
  )
}
