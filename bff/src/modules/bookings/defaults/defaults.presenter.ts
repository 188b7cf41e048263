import type { Answer, Received } from '@xinban/shared/contracts'
import { defaultKeys, formatInstant, type DefaultKey } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { malformedRequest } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { expectDistrict, maySetRules, ownDistrict } from '../../calendar'
import { currentDefaults, findDefaultVersions, type BookingDefaultsRow } from '../../halls'
import { maskedNames } from '../../identity'
import { findOrgs, orgRef } from '../../orgs'
import { presentDisplaced } from '../schedules/schedule.presenter'
import { followsIn, hallsOf } from './following'
import { previewDefaults } from './save-defaults'

/** The rules that hold now, and how many halls go by each. Throws not_found. */
export async function presentDefaults(ctx: Ctx, asked?: string): Promise<Answer<'booking-defaults.show'>> {
  const { reader } = ctx.services.db
  const districtCode = asked ?? (await ownDistrict(ctx))
  await expectDistrict(ctx, districtCode)
  const { version, defaults, row } = await currentDefaults(reader, districtCode)
  const halls = await hallsOf(reader, districtCode)
  const counts = defaultKeys.map((key) => [key, halls.filter((each) => followsIn(each, key)).length] as const)
  const set = row && (await versionPresenter(ctx, [row]))(row)
  return {
    ...{ districtCode, version, defaults, halls: halls.length },
    followers: Object.fromEntries(counts) as Record<DefaultKey, number>,
    ...{ since: set?.since ?? null, by: set?.by ?? null },
    allowedActions: maySetRules(ctx.actor, districtCode) ? ['save'] : [],
  }
}

const shownBookings = 50

/** Throws not_found, forbidden. */
export async function presentPreview(
  ctx: Ctx,
  { districtCode, defaults }: Received<'booking-defaults.preview', 'body'>,
): Promise<Answer<'booking-defaults.preview'>> {
  const { reached, reviews } = await previewDefaults(ctx, districtCode, defaults)
  const lost = reviews.flatMap(({ hall, displaced }) => displaced.map((each) => ({ hall, each })))
  const shown = lost.slice(0, shownBookings)
  const bookings = await presentDisplaced(
    ctx,
    shown.map(({ each }) => each),
  )
  const orgs = await findOrgs(
    ctx.services.db.reader,
    shown.map(({ hall }) => hall.orgCode),
  )
  return {
    ...{ halls: reached.length, affected: lost.length },
    bookings: bookings.flatMap((booking, index) => {
      const hall = shown[index]?.hall
      const org = hall && orgs.get(hall.orgCode)
      return org ? [{ ...booking, hall: { id: hall.id, name: hall.name, org: orgRef(org) } }] : []
    }),
  }
}

/** Throws not_found, malformed_request. */
export async function presentDefaultVersions(
  ctx: Ctx,
  { limit, cursor, ...asked }: Received<'booking-defaults.versions', 'query'>,
): Promise<Answer<'booking-defaults.versions'>> {
  const districtCode = asked.districtCode ?? (await ownDistrict(ctx))
  await expectDistrict(ctx, districtCode)
  const key = decodeCursor(cursor)
  if (key !== undefined && !/^\d{1,9}$/.test(key)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  const before = key === undefined ? undefined : Number(key)
  const rows = await findDefaultVersions(ctx.services.db.reader, { districtCode, before, limit: limit + 1 })
  return pageOf(rows, limit, ({ version }) => String(version), await versionPresenter(ctx, rows))
}

async function versionPresenter({ services }: Ctx, rows: readonly BookingDefaultsRow[]) {
  const nameOf = await maskedNames(
    services,
    rows.map(({ setByPersonId }) => setByPersonId),
  )
  return ({ version, defaults, setByPersonId, setAt }: BookingDefaultsRow) => ({
    ...{ version, defaults, since: formatInstant(setAt), by: nameOf(setByPersonId) },
  })
}
