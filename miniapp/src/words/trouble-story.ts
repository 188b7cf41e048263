import type { OrderSummary } from '@xinban/shared/contracts'

/** Where an order stands, and what comes next. */
export interface OrderStory {
  now: string
  next: string
}

type Troubled = Pick<OrderSummary, 'status' | 'isOwn' | 'badReview' | 'isDisputed' | 'isEscalated'>

/** Where an order stands that did not go well, to its owner; null for all others. */
export function tellTroubleToOwner(order: Troubled): OrderStory | null {
  const { badReview, isDisputed, isEscalated, isOwn, status } = order
  const who = isOwn ? '你' : '本人'
  if (isEscalated) return { now: '这件事已交给区里决定', next: '区里会定下由谁来办，结果写在这里' }
  if (isDisputed) return { now: `${who}说还没办好，街道正在核实`, next: '街道核实后会回复，结果写在这里' }
  if (!badReview || badReview.isOver || status !== 'rated') return null
  if (badReview.isFollowUpOpen) {
    return { now: '社区已经重新改好', next: isOwn ? '看看改得怎么样，可以再评一次' : '本人登录后可以再评一次' }
  }
  return {
    now: `${who}不满意，街道和社区正在处理`,
    next: badReview.needsCallback
      ? '街道会打电话问问哪里没办好，社区会改好'
      : badReview.needsRectifying
        ? '社区会改好，改好后可以再评一次'
        : '接下来街道会检查这件事办得怎么样',
  }
}

/** The same to staff, in their own terms. */
export function tellTroubleToStaff({ badReview, isDisputed, isEscalated, status }: Troubled): OrderStory | null {
  if (isEscalated) return { now: '已提级，等区里决定', next: '由区里指定社区办理、继续办理或结束这个单' }
  if (isDisputed) return { now: '居民提出异议，等街道审', next: '异议成立就重新办理，不成立就维持原结果' }
  if (!badReview || badReview.isOver || status !== 'rated') return null
  const missing = [badReview.needsCallback && '街道回访', badReview.needsRectifying && '社区整改'].filter(Boolean)
  if (missing.length > 0) return { now: `差评，等${missing.join('、')}`, next: '整改后居民可以追评，之后街道评单' }
  return { now: '已回访、整改，等居民追评', next: '追评之后，或者追评期过后，街道评单' }
}
