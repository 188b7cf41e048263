import { differenceOf, whistleContribution } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { query } from '../../db/sql'
import type { DueSource, JobCtx } from '../../jobs/job'
import { writeOutbox } from '../../outbox/write-outbox'
import { keepScores } from '../scores'
import { overdueColumns, overdueSteps, scoredParty, stepsToWarn, wakeOf, warnedColumns } from './whistle-steps'
import { WhistlePartyRow } from './whistle.entity'
import { findWhistle, saveParty } from './whistle.repository'

interface Waking {
  readonly id: string
}

/**
 * Departments of which a time has come: they are warned when most of it is used, and an overdue is recorded when it
 * happens, whether or not anybody looks.
 */
export const whistleSource: DueSource<Waking> = {
  name: 'whistle-clocks',
  findDue: (em, now, limit) =>
    query<Waking>(em, `SELECT id FROM whistle_parties WHERE wake_at < ? ORDER BY wake_at, id LIMIT ${limit}`, [now]),
  keyOf: ({ id }) => id,
  act,
}

async function act(em: EntityManager, { id }: Waking, { now }: JobCtx): Promise<void> {
  const [before] = await selectRows(em, WhistlePartyRow, 'WHERE id = ?', [id])
  const whistle = before && (await findWhistle(em, before.whistleId))
  if (!before?.wakeAt || before.wakeAt >= now || !whistle) return
  const steps = overdueSteps(before, now)
  const warned = stepsToWarn(before, now)
  const passed = { ...before, ...overdueColumns(before, now), ...warnedColumns(warned, now) }
  const after = { ...passed, wakeAt: wakeOf(passed, whistle.status) }
  if (!(await saveParty(em, { before, after }))) return
  const { whistleId, departmentCode } = before
  for (const step of warned) await writeOutbox(em, 'whistle.warned', { whistleId, departmentCode, step }, now)
  for (const step of steps) {
    await writeOutbox(em, 'whistle.overdue', { whistleId, departmentCode, step }, now)
  }
  const [was, is] = [before, after].map((party) => whistleContribution(scoredParty(whistle, party)))
  const { districtCode } = whistle
  await keepScores(em, { districtCode, orderId: whistleId, now }, differenceOf(was ?? [], is ?? []))
}
