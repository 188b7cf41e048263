import type { Answer, Received } from '@xinban/shared/contracts'
import { bookablePlaces, datesBetween, type Calendar } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { findOrg, findOrgs, orgRef, type Org } from '../../orgs'
import { hallCalendars } from '../hall-schedule'
import type { HallItemRow, HallRow } from '../hall.entity'
import { figuresOf } from '../hall.policy'
import { expectRange } from '../slots.presenter'
import { hallsWithin, itemsWithin, sumHallDays, type HallSums } from './hall-figures.queries'

type Figures = Answer<'halls.figures'>['items'][number]

const longestDays = 92
const nothing: Omit<HallSums, 'hallId'> = {
  ...{ booked: 0, cancelled: 0, noShows: 0, tickets: 0, served: 0, checkedIn: 0, called: 0, waitedMinutes: 0 },
}

/**
 * All halls of a territory, the busiest first; a closed one only if something happened there on these days. Reads as
 * many rows as halls, items and days, whatever was booked. Throws not_found, forbidden, invalid (no such days).
 */
export async function presentFigures(
  ctx: Ctx,
  query: Received<'halls.figures', 'query'>,
): Promise<Answer<'halls.figures'>> {
  const { reader } = ctx.services.db
  expectRange(query.from, query.to, longestDays)
  const org = await findOrg(reader, query.org)
  if (!org) throw notFound('这个区、街道或社区')
  if (!figuresOf(ctx.actor, org, query.membershipId)) throw forbidden('大厅的统计给本级和上级的工作人员看')
  const halls = await hallsWithin(reader, org.path)
  const items = await itemsWithin(reader, org.path)
  const sums = new Map(
    (await sumHallDays(reader, org.path, query.from, query.to)).map(({ hallId, ...sum }) => [hallId, sum]),
  )
  const orgs = await findOrgs(
    reader,
    halls.map(({ orgCode }) => orgCode),
  )
  const calendarOf = await hallCalendars(reader, [...orgs.values()])
  const dates = datesBetween(query.from, query.to)
  return {
    items: halls
      .filter(({ id, isClosed }) => !isClosed || sums.has(id))
      .flatMap((hall) => {
        const own = orgs.get(hall.orgCode)
        if (!own) return []
        const served = items.filter(({ hallId }) => hallId === hall.id)
        const capacity = placesOf(hall, served, calendarOf(own), dates)
        return [figuresOfHall(hall, own, sums.get(hall.id) ?? nothing, capacity)]
      })
      .sort((a, b) => b.booked + b.tickets - (a.booked + a.tickets) || a.hall.org.code.localeCompare(b.hall.org.code)),
  }
}

const placesOf = (hall: HallRow, items: readonly HallItemRow[], calendar: Calendar, dates: readonly string[]) =>
  hall.isClosed
    ? 0
    : bookablePlaces(
        hall,
        items.map(({ rules }) => rules),
        calendar,
        dates,
      )

function figuresOfHall(
  { id, name, isClosed }: HallRow,
  org: Org,
  { checkedIn, called, waitedMinutes, ...sum }: Omit<HallSums, 'hallId'>,
  capacity: number,
): Figures {
  const due = checkedIn + sum.noShows
  return {
    hall: { id, name, org: orgRef(org), isClosed },
    ...sum,
    capacity,
    bookedRate: capacity === 0 ? null : thousandths(sum.booked / capacity),
    meanWaitMinutes: called === 0 ? null : Math.round((waitedMinutes / called) * 10) / 10,
    noShowRate: due === 0 ? null : thousandths(sum.noShows / due),
  }
}

const thousandths = (share: number): number => Math.round(share * 1000) / 1000
