import type { Point } from '@xinban/shared/domain'

export interface MapLinkProps {
  /** GCJ-02 */
  point: Point
  /** What stands at the pin. */
  name: string
}
