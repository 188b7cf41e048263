import { createHash } from 'node:crypto'
import { privacyNotice, privacyNoticeVersion } from '@xinban/shared/domain'

test('other words need another version, so that everyone is asked again', () => {
  const words = createHash('sha256').update(JSON.stringify(privacyNotice)).digest('hex').slice(0, 16)
  expect([privacyNoticeVersion, words]).toEqual(['2026-11-25', '88cd1647d761da24'])
})
