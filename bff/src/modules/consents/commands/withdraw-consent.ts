import type { ConsentKind } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { notFound } from '../../../errors'
import { ConsentRow } from '../consent.entity'

/** Takes back what holds, under whichever words. Throws not_found when nothing does. */
export async function withdrawConsent({ services, actor, now }: Ctx, kind: ConsentKind): Promise<void> {
  const where = 'person_id = ? AND kind = ? AND withdrawn_at IS NULL'
  const taken = await services.db.unitOfWork((em) =>
    updateRows(em, ConsentRow, { withdrawnAt: now }, where, [actor.personId, kind]),
  )
  if (taken === 0) throw notFound('你的同意')
}

/** Takes back whatever holds, in the running unit of work. */
export async function withdrawEveryConsent(em: EntityManager, personId: string, now: Date): Promise<void> {
  await updateRows(em, ConsentRow, { withdrawnAt: now }, 'person_id = ? AND withdrawn_at IS NULL', [personId])
}
