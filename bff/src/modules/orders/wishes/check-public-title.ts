import { publicTitleIssue } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalid } from '../../../errors'
import { findPerson } from '../../identity'
import type { OrderRow } from '../order.entity'
import { openBeneficiary, openContact } from '../order-personal'
import { findOrderPrivate } from '../order.repository'

/** Throws invalid for a title that tells whose wish it is. */
export const checkPublicTitle = (em: EntityManager, ctx: Ctx, order: OrderRow, title: string): Promise<void> =>
  checkPublicWords(em, ctx, order, [{ field: 'title', what: '公开标题', text: title }])

interface PublicWords {
  /** Under which they were sent. */
  readonly field: string
  /** What they are called. */
  readonly what: string
  readonly text: string
}

/** The same of whatever everyone may read about an order: each by the name of its field. Throws invalid. */
export async function checkPublicWords(
  em: EntityManager,
  ctx: Ctx,
  order: OrderRow,
  words: readonly PublicWords[],
): Promise<void> {
  const names = await namesAround(em, ctx, order)
  const errors = words.flatMap(({ field, what, text }) => {
    const message = publicTitleIssue(text, names, what)
    return message === null ? [] : [{ path: field, code: 'personal', message }]
  })
  if (errors.length > 0) throw invalid(errors)
}

/** Of whoever asked, and of whoever it is for. */
async function namesAround(em: EntityManager, ctx: Ctx, order: OrderRow): Promise<string[]> {
  const { personalData } = ctx.services
  const personal = await findOrderPrivate(em, order.id)
  const people = [order.ownerId, order.placedById].filter((id) => id !== null)
  const nameOf = async (id: string) => {
    const person = await findPerson(em, id)
    return person?.nameSealed ? personalData.open(person.nameSealed, 'name') : undefined
  }
  return [
    openContact(personalData, personal)?.name,
    openBeneficiary(personalData, personal)?.name,
    ...(await Promise.all([...new Set(people)].map(nameOf))),
  ].filter((name) => name !== undefined)
}
