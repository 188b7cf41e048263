import type { Consents } from '@xinban/shared/contracts'

/** Whether the person agreed to the words that hold now, and did not take it back. */
export const hasAgreed = ({ noticeVersion, items }: Consents): boolean =>
  items.some((consent) => consent.noticeVersion === noticeVersion && consent.withdrawnAt === null)
