import type { Stars } from '@xinban/shared/domain'
import type { Audience } from '@/words/event-story'

interface RateWords {
  title: string
  lead?: string
  stars: string
  reasons: Readonly<Record<Stars, string>>
  comment: string
  placeholder: string
  submit: string
  /** What happens with it. */
  next: string
  /** What is otherwise than in earnest. */
  onDemo?: string
  done: string
}

export type RatingAction = 'rate' | 'follow-up-rating'

const reasonsToOwner: RateWords['reasons'] = {
  5: '好在哪里（可以多选）',
  4: '好在哪里（可以多选）',
  3: '为什么是三颗星（可以多选）',
  2: '哪里不满意（可以多选）',
  1: '哪里不满意（可以多选）',
}
const reasonsOfOther: RateWords['reasons'] = {
  5: '对方说好在哪里（可以多选）',
  4: '对方说好在哪里（可以多选）',
  3: '对方为什么这样评（可以多选）',
  2: '对方哪里不满意（可以多选）',
  1: '对方哪里不满意（可以多选）',
}

/** To the owner; and to the street, which asks an owner without an account on the telephone. */
export const wordsTo: Record<RatingAction, Record<Audience, RateWords>> = {
  rate: {
    owner: {
      title: '评价',
      stars: '办得怎么样',
      reasons: reasonsToOwner,
      comment: '还想说的话',
      placeholder: '哪里好，哪里还要改',
      submit: '提交评价',
      next: '评价会交给街道，街道看过再给社区打分，交了不能再改。不满意的，街道会打电话问，社区改好后你可以再评一次。',
      onDemo: '演示里大家共用一个浏览器：办这个单的工作人员登录过这里，也能评，只给督查留一条提示。正式使用时不能评。',
      done: '谢谢你的评价',
    },
    staff: {
      title: '记电话回访',
      lead: '居民没有账号，打电话问问办得怎么样，照对方说的记。记下后会注明是电话回访，不能再改。',
      stars: '对方说办得怎么样',
      reasons: reasonsOfOther,
      comment: '对方还说了什么',
      placeholder: '照原话记',
      submit: '记下电话回访',
      next: '电话回访和本人的评价分开统计。',
      done: '已记下电话回访',
    },
  },
  'follow-up-rating': {
    owner: {
      title: '再评一次',
      lead: '社区改过以后再评一次。第一次的评价会一直保留，两次放在一起看，不能再改。',
      stars: '改得怎么样',
      reasons: reasonsToOwner,
      comment: '还想说的话',
      placeholder: '改好了没有，哪里还要改',
      submit: '提交评价',
      next: '两次评价都会交给街道，放在一起看。',
      done: '谢谢你再评一次',
    },
    staff: {
      title: '记电话追评',
      lead: '居民没有账号，打电话问问改得怎么样，照对方说的记。第一次的评价会一直保留，记下后不能再改。',
      stars: '对方说改得怎么样',
      reasons: reasonsOfOther,
      comment: '对方还说了什么',
      placeholder: '照原话记',
      submit: '记下电话追评',
      next: '电话追评和本人的评价分开统计。',
      done: '已记下电话追评',
    },
  },
}
