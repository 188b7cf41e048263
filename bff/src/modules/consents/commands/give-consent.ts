import { privacyNoticeVersion, type ConsentKind } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { alreadyExists, invalidField } from '../../../errors'
import { hasAgreed, insertConsent } from '../consent.repository'

interface Given {
  readonly kind: ConsentKind
  readonly noticeVersion: string
}

/** Throws invalid when the person read other words than those that hold now, already_exists when they agreed before. */
export async function giveConsent({ services, actor, now }: Ctx, { kind, noticeVersion }: Given): Promise<void> {
  if (noticeVersion !== privacyNoticeVersion) {
    throw invalidField('noticeVersion', 'outdated', '隐私说明已经更新，请看过新的再同意')
  }
  const { personId } = actor
  await services.db.unitOfWork(async (em) => {
    if (await hasAgreed(em, personId, kind)) throw alreadyExists('你已经同意过了，不用再同意一次')
    await insertConsent(em, { personId, kind, source: 'self', at: now })
  })
}
