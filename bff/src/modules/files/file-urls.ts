import { apiBase, fillPath, routes } from '@xinban/shared/contracts'
import type { FileVariant } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'

const lifetimeSeconds = 10 * 60

const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000)

/**
 * A URL by which whoever holds it sees one variant of a file for ten minutes. Give it only to those who may see the
 * file: it says nothing of who they are, because `<img>` and mini programs send no header.
 */
export function signedUrl(
  { services, now }: Pick<PublicCtx, 'services' | 'now'>,
  id: string,
  variant: FileVariant,
): string {
  const expires = String(secondsOf(now) + lifetimeSeconds)
  const signature = services.fileUrls.sign([id, variant, expires])
  const query = new URLSearchParams({ variant, expires, signature })
  return `${apiBase}${fillPath(routes['files.show'][1], { id })}?${query.toString()}`
}

export interface SignedParts {
  readonly variant: FileVariant
  readonly expires: string
  readonly signature: string
}

/** Whether this is a URL of ours that still holds. */
export function isUrlGood({ services, now }: PublicCtx, id: string, { variant, expires, signature }: SignedParts) {
  return services.fileUrls.isSigned([id, variant, expires], signature) && secondsOf(now) < Number(expires)
}
