import type { LedgerColumn } from '@xinban/shared/domain'

export type Cell = string | number | Date | null
export type Line = readonly Cell[]

/** What is to be written: lines come as they are read, many at once. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly LedgerColumn[]
  readonly lines: AsyncIterable<readonly Line[]>
  /** What must be said even where there is no room beside the table, such as that all of it is made up. */
  readonly mark: string | null
  /** What stands beside the table: label and words. Asked for when all lines are written. */
  readonly notes: () => readonly (readonly [string, string])[]
}
