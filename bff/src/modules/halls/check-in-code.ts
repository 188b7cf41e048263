import { createHash } from 'node:crypto'
import { chinaDate } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'

/** The six digits that a hall shows today, on its board and in its QR code: whoever knows them is there. */
export function checkInCode({ services, now }: Pick<PublicCtx, 'services' | 'now'>, hallId: string): string {
  const signed = services.fileUrls.sign(['check-in', hallId, chinaDate(now)])
  const number = createHash('sha256').update(signed).digest().readUInt32BE(0)
  return String(number % 1_000_000).padStart(6, '0')
}
