import type { Bind } from '../../http/bind'
import { presentBooking, presentBookings, presentHold, presentWaitEntry, presentWaitlist } from './booking.presenter'
import { cancelBooking, checkIn, liftPause, markNoShow, moveBooking, rateBooking } from './commands/change-booking'
import type { SlotSeen } from './booking.queries'
import { createBooking, holdPlace, keyOf } from './commands/create-booking'
import { lookFirst } from './commands/look-first'
import { moveItsTicket } from './commands/move-its-ticket'
import { presentDefaults, presentDefaultVersions, presentPreview } from './defaults/defaults.presenter'
import { saveDefaults } from './defaults/save-defaults'
import { downloadIcs } from './ics'
import { presentHall } from '../halls'
import { closeHall, previewClose, reopenHall } from './schedules/close-hall'
import { saveSchedule, previewSchedule } from './schedules/save-schedule'
import { presentDisplaced, presentSchedule } from './schedules/schedule.presenter'
import { drawTicket } from './tickets/draw-ticket'
import { callNext, moveTicket } from './tickets/move-ticket'
import { presentBoard, presentTicket, presentTickets } from './tickets/ticket.presenter'
import { joinWaitlist, leaveWaitlist, releaseHold } from './waitlist/join-waitlist'

interface Aimed {
  readonly params: { readonly id: string }
  readonly expectedVersion: number | undefined
}
const target = ({ params, expectedVersion }: Aimed) => ({ id: params.id, expectedVersion })

export function bookingRoutes(bind: Bind): void {
  bind.command(
    'holds.create',
    ({ ctx, body }, seen?: SlotSeen) => holdPlace(ctx, body, seen),
    presentHold,
    ({ ctx, body }, run) => lookFirst(ctx, keyOf(body), run),
  )
  bind.endpoint('holds.release', ({ ctx, params }) => releaseHold(ctx, params.id))
  bind.command(
    'bookings.create',
    ({ ctx, body }, seen?: SlotSeen) => createBooking(ctx, body, seen),
    presentBooking,
    ({ ctx, body }, run) => (body.holdId === undefined ? lookFirst(ctx, keyOf(body), run) : run()),
  )
  bind.endpoint('bookings.list', ({ ctx, query }) => presentBookings(ctx, query))
  bind.bytes('bookings.ics', ({ ctx, params, query }) => downloadIcs(ctx, params.id, query))
  bind.endpoint('bookings.show', ({ ctx, params }) => presentBooking(ctx, params.id))
  bind.command('bookings.cancel', (r) => cancelBooking(r.ctx, target(r), r.body), presentBooking)
  bind.command('bookings.move', (r) => moveBooking(r.ctx, target(r), r.body), presentBooking)
  bind.command('bookings.check-in', (r) => checkIn(r.ctx, target(r), r.body), presentBooking)
  bind.command('bookings.call', (r) => moveItsTicket(r.ctx, target(r), 'call', r.body.window), presentBooking)
  bind.command('bookings.recall', (r) => moveItsTicket(r.ctx, target(r), 'recall'), presentBooking)
  bind.command('bookings.serve', (r) => moveItsTicket(r.ctx, target(r), 'serve'), presentBooking)
  bind.command('bookings.park', (r) => moveItsTicket(r.ctx, target(r), 'park'), presentBooking)
  bind.command('bookings.finish', (r) => moveItsTicket(r.ctx, target(r), 'finish'), presentBooking)
  bind.command('bookings.no-show', (r) => markNoShow(r.ctx, target(r)), presentBooking)
  bind.command('bookings.rate', (r) => rateBooking(r.ctx, target(r), r.body), presentBooking)
  bind.command('bookings.lift-pause', (r) => liftPause(r.ctx, target(r)), presentBooking)
  bind.command('waitlist.join', ({ ctx, body }) => joinWaitlist(ctx, body), presentWaitEntry)
  bind.endpoint('waitlist.list', ({ ctx, query }) => presentWaitlist(ctx, query))
  bind.command('waitlist.withdraw', ({ ctx, params }) => leaveWaitlist(ctx, params.id), presentWaitEntry)
  ticketRoutes(bind)
  scheduleRoutes(bind)
  defaultsRoutes(bind)
}

function defaultsRoutes(bind: Bind): void {
  bind.endpoint('booking-defaults.show', ({ ctx, query }) => presentDefaults(ctx, query.districtCode))
  bind.endpoint('booking-defaults.preview', ({ ctx, body }) => presentPreview(ctx, body))
  bind.endpoint('booking-defaults.versions', ({ ctx, query }) => presentDefaultVersions(ctx, query))
  bind.endpoint('booking-defaults.save', async ({ ctx, body, expectedVersion }) => {
    await saveDefaults(ctx, body, expectedVersion)
    return presentDefaults(ctx, body.districtCode)
  })
}

function ticketRoutes(bind: Bind): void {
  bind.command('tickets.draw', ({ ctx, body }) => drawTicket(ctx, body), presentTicket)
  bind.endpoint('tickets.list', ({ ctx, query }) => presentTickets(ctx, query))
  bind.endpoint('tickets.show', ({ ctx, params }) => presentTicket(ctx, params.id))
  bind.command('tickets.call', (r) => moveTicket(r.ctx, target(r), 'call', r.body.window), presentTicket)
  bind.command('tickets.recall', (r) => moveTicket(r.ctx, target(r), 'recall'), presentTicket)
  bind.command('tickets.serve', (r) => moveTicket(r.ctx, target(r), 'serve'), presentTicket)
  bind.command('tickets.park', (r) => moveTicket(r.ctx, target(r), 'park'), presentTicket)
  bind.command('tickets.resume', (r) => moveTicket(r.ctx, target(r), 'resume'), presentTicket)
  bind.command('tickets.finish', (r) => moveTicket(r.ctx, target(r), 'finish'), presentTicket)
  bind.command('tickets.miss', (r) => moveTicket(r.ctx, target(r), 'miss'), presentTicket)
  bind.command('halls.call-next', ({ ctx, params, body }) => callNext(ctx, params.id, body.window), presentTicket)
  bind.endpoint('halls.board', ({ ctx, params }) => presentBoard(ctx, params.id))
}

function scheduleRoutes(bind: Bind): void {
  bind.endpoint('halls.schedule', ({ ctx, params }) => presentSchedule(ctx, params.id))
  bind.endpoint('halls.preview-schedule', async ({ ctx, params, body }) => ({
    affected: await presentDisplaced(ctx, await previewSchedule(ctx, params.id, body)),
  }))
  bind.endpoint('halls.preview-close', async ({ ctx, params }) => ({
    affected: await presentDisplaced(ctx, await previewClose(ctx, params.id)),
  }))
  bind.command('halls.close', (r) => closeHall(r.ctx, target(r), r.body.affected).then(() => r.params.id), presentHall)
  bind.command('halls.reopen', (r) => reopenHall(r.ctx, target(r)).then(() => r.params.id), presentHall)
  bind.endpoint('halls.save-schedule', async (r) => {
    await saveSchedule(r.ctx, target(r), r.body)
    return presentSchedule(r.ctx, r.params.id)
  })
}
