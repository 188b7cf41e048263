import {
  whistleContribution,
  whistlePartyFlow,
  nextState,
  isPartyAction,
  type Contribution,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { WhistleEventRow } from './whistle-event.entity'
import { doneColumns, scoredParty, stepsDoneBy } from './whistle-steps'
import { WhistleRow, type WhistlePartyRow } from './whistle.entity'
import { findParties } from './whistle.repository'

const batch = 200

/**
 * What every department of every whistle adds to the counters, replayed from the history: states, what was done when,
 * refusals and grades come from the events alone; due times and recorded overdues are facts of the row. Read in batches.
 */
export async function* replayWhistles(em: EntityManager): AsyncGenerator<Contribution> {
  for (let after = ''; ;) {
    const whistles = await selectRows(em, WhistleRow, `WHERE id > ? ORDER BY id LIMIT ${batch}`, [after])
    const last = whistles.at(-1)
    if (!last) return
    after = last.id
    const ids = whistles.map(({ id }) => id)
    const parties = await findParties(em, ids)
    const events = await selectRows(em, WhistleEventRow, `WHERE whistle_id IN (${marks(ids)}) ORDER BY seq`, ids)
    for (const whistle of whistles) {
      const ofWhistle = events.filter(({ whistleId }) => whistleId === whistle.id)
      const status = ofWhistle.at(-1)?.toStatus ?? 'blown'
      const isSentBack = ofWhistle.some(({ action }) => action === 'send-back')
      for (const party of parties.filter(({ whistleId }) => whistleId === whistle.id)) {
        yield whistleContribution(scoredParty({ status, isSentBack }, replayParty(party, ofWhistle)))
      }
    }
  }
}

/** The row as its history says it is. */
function replayParty(stored: WhistlePartyRow, events: readonly WhistleEventRow[]): WhistlePartyRow {
  const fresh = { signDoneAt: null, contactDoneAt: null, attendDoneAt: null, stars: null, streetStars: null }
  let party: WhistlePartyRow = { ...stored, ...fresh, state: 'called', refusedFrom: null, isOverruled: false }
  const own = events.filter(({ departmentCode }) => departmentCode === stored.departmentCode)
  for (const event of own) {
    const { action, data } = event
    if (action === 'grade-department') party = { ...party, stars: data.stars ?? null }
    if (action === 'blow' || !isPartyAction(action)) continue
    const refusedFrom = action === 'refuse' ? party.state : party.refusedFrom
    const state = nextState(whistlePartyFlow, party.state, action, data.decision) ?? party.state
    party = { ...party, ...doneColumns(party, stepsDoneBy(action), event.at), state, refusedFrom }
    if (action === 'resolve-refusal') party.isOverruled = data.decision === 'overrule' && refusedFrom === 'called'
    if (action === 'grade-street') party = { ...party, streetStars: data.stars ?? null }
  }
  return party
}
