import type { Services } from '../src/context'
import { insertRow } from '../src/db/rows'
import { ExclusionRow } from '../src/modules/orders/exclusions/exclusion.entity'

/** A docket as it stands in the database. */
export const insertExclusion = ({ db }: Services, row: ExclusionRow): Promise<void> =>
  db.unitOfWork((em) => insertRow(em, ExclusionRow, row))
