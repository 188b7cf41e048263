import type { Point } from '@xinban/shared/domain'

/** Where the person stands, in GCJ-02. */
export interface Position {
  readonly point: Point
  /** How far off it may be, in metres; null where the device does not say. */
  readonly accuracyMetres: number | null
}
export type Located =
  | { readonly isFound: true; readonly position: Position }
  /** With words on what to do instead. */
  | { readonly isFound: false; readonly words: string }
