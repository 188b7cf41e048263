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
  const owner = order.ownerId === null ? undefined : await findPerson(em, order.ownerId)
  const names = [
    openContact(personalData, personal)?.name,
    openBeneficiary(personalData, personal)?.name,
    owner?.nameSealed ? personalData.open(owner.nameSealed, 'name') : undefined,
  ].filter((name) => name !== undefined)
  const issue = publicTitleIssue(title, names)
  if (issue !== null) throw invalidField('title', 'personal', issue)
}
