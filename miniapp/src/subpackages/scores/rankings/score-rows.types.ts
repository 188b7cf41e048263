import type { ScoreRow } from '@xinban/shared/contracts'
import type { RankKey } from '@xinban/shared/domain'

export interface ScoreRowsProps {
  rows: readonly ScoreRow[]
  by: RankKey
  /** The caller's own org, which is marked. */
  ownCode: string
  /** Opens the table of a street. */
  onOpen: (org: string) => void
}
