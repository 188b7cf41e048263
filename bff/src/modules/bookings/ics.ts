import { Readable } from 'node:stream'
import { apiBase, fillPath, routes } from '@xinban/shared/contracts'
import { iCalendar } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import type { BytesAnswer } from '../../http/send-answer'
import { findPublished } from '../catalogue'
import type { BookingRow } from './booking.entity'
import { findBooking } from './booking.repository'
import { hallOf } from './hall-of'

const lifetimeSeconds = 10 * 60
const signedParts = (id: string, expires: string) => ['booking-ics', id, expires]

/** The link of a booking's calendar file, for whoever may see the booking: calendars send no header. */
export function icsUrl({ services, now }: PublicCtx, id: string): string {
  const expires = String(Math.floor(now.getTime() / 1000) + lifetimeSeconds)
  const signature = services.fileUrls.sign(signedParts(id, expires))
  return `${apiBase}${fillPath(routes['bookings.ics'][1], { id })}?${new URLSearchParams({ expires, signature }).toString()}`
}

/** Throws not_found for a link that is none of ours, forbidden for one that is over. */
export async function downloadIcs(
  ctx: PublicCtx,
  id: string,
  { expires, signature }: { expires: string; signature: string },
): Promise<BytesAnswer> {
  const { services, now } = ctx
  const isOurs = services.fileUrls.isSigned(signedParts(id, expires), signature)
  const booking = isOurs ? await findBooking(services.db.reader, id) : undefined
  if (!booking) throw notFound('这个日历链接')
  if (now.getTime() >= Number(expires) * 1000) throw forbidden('日历链接过期了，请回到预约重新打开')
  const bytes = Buffer.from(await fileOf(ctx, booking), 'utf8')
  return {
    stream: Readable.from([bytes]),
    length: bytes.length,
    mime: 'text/calendar; charset=utf-8',
    fileName: `booking-${booking.day}.ics`,
    isAttachment: true,
  }
}

async function fileOf({ services }: PublicCtx, booking: BookingRow): Promise<string> {
  const { reader } = services.db
  const { hall } = await hallOf(reader, booking.hallId)
  const content = (await findPublished(reader, [booking.itemId])).get(booking.itemId)
  const materials = (content?.guide.materials ?? []).map(({ name }) => name)
  return iCalendar({
    uid: `${booking.id}@xinban`,
    sequence: booking.sequence,
    ...{ start: booking.startsAt, end: booking.endsAt, changedAt: booking.updatedAt },
    summary: `${services.env.isDemo ? '【演示数据】' : ''}${content?.name ?? '办事预约'}`,
    location: `${hall.name} ${hall.address}`,
    description: [
      ...(booking.code === null ? [] : [`预约码 ${booking.code}`]),
      ...(materials.length > 0 ? [`请带：${materials.join('、')}`] : []),
      `电话 ${hall.phones.join('、')}`,
    ].join('\n'),
    isCancelled: ['cancelled', 'expired', 'no_show'].includes(booking.status),
  })
}
