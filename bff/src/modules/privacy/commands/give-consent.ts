import { privacyNoticeVersion, type ConsentKind } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { alreadyExists, invalidField } from '../../../errors'
import { ConsentRow } from '../consent.entity'
import { findConsents } from '../consent.repository'

interface Given {
  readonly kind: ConsentKind
  readonly noticeVersion: string
}

/** Throws invalid when the person read other words than those that hold now, already_exists when they agreed before. */
export async function giveConsent({ services, actor, now }: Ctx, { kind, noticeVersion }: Given): Promise<void> {
  if (noticeVersion !== privacyNoticeVersion) {
    throw invalidField('noticeVersion', 'outdated', '隐私说明已经更新，请看过新的再同意')
  }
  await services.db.unitOfWork(async (em) => {
    const given = await findConsents(em, actor.personId)
    const holds = (row: ConsentRow) =>
      row.kind === kind && row.noticeVersion === noticeVersion && row.withdrawnAt === null
    if (given.some(holds)) throw alreadyExists('你已经同意过了，不用再同意一次')
    const { personId } = actor
    await insertRow(em, ConsentRow, { id: newId(now), personId, kind, noticeVersion, at: now, withdrawnAt: null })
  })
}
