import type { ApproveOrder } from '@xinban/shared/contracts'
import type * as z from 'zod/mini'
import type { Ctx } from '../../../context'
import { invalid, type FieldError } from '../../../errors'
import { checkPublicTitle } from '../wishes/check-public-title'
import type { OrderRow } from '../order.entity'
import { moveOrder, type OrderTarget } from './move-order'

type Approval = z.output<typeof ApproveOrder>

/**
 * Staff let everyone see the title and the community of an order that its owner offered as public. What waits to be
 * claimed by units comes onto the wall instead, under the title and category that the street checked.
 * Throws invalid where one of these is missing, or tells whose wish it is.
 */
export function approveOrder(ctx: Ctx, target: OrderTarget, approval: Approval = {}): Promise<string> {
  return moveOrder(
    ctx,
    target,
    'approve',
    async (order, em) => {
      if (order.offeredAt === null) return { change: { approvedAt: ctx.now, isPublic: true } }
      const words = wallWords(order, approval)
      await checkPublicTitle(em, ctx, order, words.publicTitle)
      return { change: { ...words, offeredAt: null } }
    },
    (order) => Promise.resolve(order.offeredAt === null ? order.status : 'list'),
  )
}

/** What the street says now, else what was proposed. */
function wallWords({ publicTitle, wishCategory }: OrderRow, { title, category }: Approval) {
  const words = { publicTitle: title ?? publicTitle, wishCategory: category ?? wishCategory }
  const errors: FieldError[] = []
  if (words.publicTitle === null) errors.push({ path: 'title', code: 'missing', message: '请写一个能公开的标题' })
  if (words.wishCategory === null) errors.push({ path: 'category', code: 'missing', message: '请选择心愿的类别' })
  if (words.publicTitle === null || words.wishCategory === null) throw invalid(errors)
  return { publicTitle: words.publicTitle, wishCategory: words.wishCategory }
}
