import { sweepIdempotencyKeys } from '../http/idempotency'
import { bookingSource, offerSource, reviewHalls, ticketSource } from '../modules/bookings'
import { sweepFiles } from '../modules/files'
import { sweepSignIns } from '../modules/identity'
import { pledgeWatch } from '../modules/pledges'
import { clockSource, defaultReviewSource, sweepDeviceSigns } from '../modules/orders'
import type { Jobs } from './job'
import {
  sweepNotices,
  tellBookers,
  tellOfPledges,
  tellOfWhistles,
  tellPeople,
  tellVolunteers,
} from '../modules/notices'
import { whistleSource } from '../modules/whistles'
import { endWishActivities, reminderSource } from '../modules/volunteers'
import { surveySource } from '../modules/surveys'
import { outboxDispatcher, sweepOutbox } from '../outbox/dispatcher'

const hour = 60 * 60_000
/** A sweep of stray bytes looks back over what the last one may have found in the making. */
const strayHours = 72

/** Everything that happens without a request. A new job is added here. */
export function allJobs(): Jobs {
  return {
    sources: [
      ...[clockSource, defaultReviewSource, surveySource, pledgeWatch, whistleSource],
      ...[bookingSource, offerSource, ticketSource, reminderSource],
      outboxDispatcher([
        tellPeople,
        tellOfPledges,
        tellOfWhistles,
        tellBookers,
        tellVolunteers,
        reviewHalls,
        endWishActivities,
      ]),
    ],
    recurring: [
      sweepOutbox,
      sweepNotices,
      { name: 'sweep-idempotency-keys', everyMs: hour, run: (ctx) => sweepIdempotencyKeys(ctx) },
      { name: 'sweep-device-signs', everyMs: hour, run: (ctx) => sweepDeviceSigns(ctx) },
      { name: 'sweep-sign-ins', everyMs: hour, run: (ctx) => sweepSignIns(ctx) },
      {
        name: 'sweep-files',
        everyMs: hour,
        run: (ctx, { lastAt, signal }) =>
          sweepFiles(ctx, { from: new Date(lastAt ? lastAt.getTime() - strayHours * hour : 0), signal }),
      },
    ],
  }
}
