import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { writeOutbox } from '../../outbox/write-outbox'
import { SignupRow } from './activity.entity'
import { givePlaceBack, saveSignup } from './activity.repository'
import { RedemptionRow } from './market.entity'
import { putPieceBack, settleRedemption } from './market.repository'
import { saveVolunteer, volunteersOf } from './team.repository'
import { forgetWishes } from './wish-activities'

/**
 * Somebody's account ends: they leave their teams and give back the places that they have not used and the pieces that
 * they have not fetched. What they did stays as ids and numbers, and so do their points: nobody is left to spend them
 * (docs/adr/0009).
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
  const unfetched = await selectRows(em, RedemptionRow, "WHERE person_id = ? AND state = 'reserved'", [personId])
  for (const redemption of unfetched) {
    await settleRedemption(em, redemption, 'cancelled', now)
    await putPieceBack(em, redemption.rewardId)
    await writeOutbox(em, 'redemption.cancelled', { redemptionId: redemption.id }, now)
  }
  await forgetWishes(em, personId)
}
