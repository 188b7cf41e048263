import type { OverviewRow } from './overview-row'

export interface OverviewRowsProps {
  rows: readonly OverviewRow[]
}
