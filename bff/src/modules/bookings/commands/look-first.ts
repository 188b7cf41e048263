import type { Ctx } from '../../../context'
import type { SlotKey } from '../../halls'
import { seeSlot, type SlotSeen } from '../booking.queries'
import { FullSlot } from './bookable-slot'
import { enterLine, leaveLine } from './slot-line'

/** How often someone who lost looks again: others took what they saw free. */
const looks = 5

/**
 * What stands before the transaction of whoever wants a place: one look, without a lock. A loser of a rush ends here. It
 * is advice alone: who wins is decided by `takePlace`, and who loses there looks again (docs/adr/0018).
 * @param run the transaction, which is told what was seen
 */
export async function lookFirst(ctx: Ctx, key: SlotKey, run: (seen: SlotSeen) => Promise<string>): Promise<string> {
  const name = `${key.hallId} ${key.itemId} ${key.startsAt.getTime()}`
  for (let look = 1; ; look++) {
    const seen = await seeSlot(ctx.services.db.reader, key, ctx)
    if (seen.isFull && !seen.hasHold) throw new FullSlot()
    const turn = await enterLine(name)
    if (turn.isFull) continue
    let outcome: Parameters<typeof leaveLine>[1] = 'refused'
    try {
      const id = await run({ ...seen, isThere: seen.isThere || turn.isThere })
      outcome = 'won'
      return id
    } catch (error) {
      if (error instanceof FullSlot) outcome = 'full'
      if (outcome !== 'full' || look >= looks) throw error
    } finally {
      leaveLine(name, outcome)
    }
  }
}
