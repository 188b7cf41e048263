import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { ConsentRow } from './consent.entity'

/** Newest first, withdrawn ones included. */
export const findConsents = (em: EntityManager, personId: string): Promise<ConsentRow[]> =>
  selectRows(em, ConsentRow, 'WHERE person_id = ? ORDER BY id DESC', [personId])
