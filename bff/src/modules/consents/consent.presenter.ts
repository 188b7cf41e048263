import type { Consents } from '@xinban/shared/contracts'
import { formatInstant, privacyNoticeVersion } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import type { ConsentRow } from './consent.entity'
import { findConsents } from './consent.repository'

export const presentConsent = ({ kind, noticeVersion, source, at, withdrawnAt }: ConsentRow) => ({
  ...{ kind, noticeVersion, source, at: formatInstant(at) },
  withdrawnAt: withdrawnAt && formatInstant(withdrawnAt),
})

export async function presentConsents({ services, actor }: Ctx): Promise<Consents> {
  const given = await findConsents(services.db.reader, actor.personId)
  return { noticeVersion: privacyNoticeVersion, items: given.map(presentConsent) }
}
