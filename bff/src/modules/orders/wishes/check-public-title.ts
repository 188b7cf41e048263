import { publicTitleIssue } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { findPerson } from '../../identity'
import type { OrderRow } from '../order.entity'
import { openBeneficiary, openContact } from '../order-personal'
import { findOrderPrivate } from '../order.repository'

/** Throws invalid for a title that tells whose wish it is. */
export async function checkPublicTitle(em: EntityManager, ctx: Ctx, order: OrderRow, title: string): Promise<void> {
  const { personalData } = ctx.services
  const personal = await findOrderPrivate(em, order.id)
  const people = [order.ownerId, order.placedById].filter((id) => id !== null)
  const nameOf = async (id: string) => {
    const person = await findPerson(em, id)
    return person?.nameSealed ? personalData.open(person.nameSealed, 'name') : undefined
  }
  const names = [
    openContact(personalData, personal)?.name,
    openBeneficiary(personalData, personal)?.name,
    ...(await Promise.all([...new Set(people)].map(nameOf))),
  ].filter((name) => name !== undefined)
  const issue = publicTitleIssue(title, names)
  if (issue !== null) throw invalidField('title', 'personal', issue)
}
