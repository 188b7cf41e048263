import { unattachedHours } from '@xinban/shared/domain'
import { keep, readKept } from '@/platform/storage'

/** An upload that no form has sent yet. */
export interface KeptPhoto {
  readonly id: string
  /** Relative to the server, and good for minutes only; after them the upload is there, its picture is not. */
  readonly thumbnailUrl: string
  /** Milliseconds since 1970. */
  readonly uploadedAt: number
}

interface Kept {
  readonly personId: string
  readonly forms: Readonly<Record<string, readonly KeptPhoto[]>>
}

const key = 'draft-photos'
const lifeMs = unattachedHours * 60 * 60_000

/** What is left of this person's uploads, by form; the server has forgotten older ones. */
function formsOf(personId: string): Record<string, readonly KeptPhoto[]> {
  const kept = readKept<Kept>(key)
  if (kept?.personId !== personId) return {}
  const alive = (photos: readonly KeptPhoto[]) => photos.filter(({ uploadedAt }) => Date.now() - uploadedAt < lifeMs)
  return Object.fromEntries(
    Object.entries(kept.forms).flatMap(([form, photos]) => {
      const left = alive(photos)
      return left.length === 0 ? [] : [[form, left]]
    }),
  )
}

export const readKeptPhotos = (personId: string, form: string): readonly KeptPhoto[] => formsOf(personId)[form] ?? []

/** Remembers on this device what a form has uploaded, so that leaving its page loses nothing. */
export function keepPhotos(personId: string, form: string, photos: readonly KeptPhoto[]): void {
  keep(key, { personId, forms: { ...formsOf(personId), [form]: photos } } satisfies Kept)
}
