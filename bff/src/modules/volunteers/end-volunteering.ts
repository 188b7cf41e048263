import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { SignupRow } from './activity.entity'
import { givePlaceBack, saveSignup } from './activity.repository'
import { saveVolunteer, volunteersOf } from './team.repository'

/**
 * Somebody's account ends: they leave their teams and give back the places that they have not used. What they did stays
 * as ids and numbers (docs/adr/0009).
 */
export async function endVolunteering(em: EntityManager, personId: string, now: Date): Promise<void> {
  for (const place of await volunteersOf(em, personId)) {
    if (place.state === 'member' || place.state === 'applied') await saveVolunteer(em, place, { state: 'left' }, now)
  }
  const waiting = await selectRows(em, SignupRow, "WHERE person_id = ? AND state = 'signed_up'", [personId])
  for (const signup of waiting) {
    await saveSignup(em, signup, { state: 'cancelled' }, now)
    await givePlaceBack(em, signup.activityId)
  }
}
