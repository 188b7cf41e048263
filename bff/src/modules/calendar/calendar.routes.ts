import { malformedRequest } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import {
  expectDistrict,
  limitVersionPresenter,
  ownDistrict,
  presentCalendar,
  presentLimits,
} from './calendar.presenter'
import { findLimitVersions } from './calendar.repository'
import { forgetYear, importYear } from './commands/import-year'
import { saveLimits } from './commands/save-limits'
import { clearDay, setDay } from './commands/set-day'

export function calendarRoutes(bind: Bind): void {
  bind.endpoint('calendar.show', async ({ ctx, query }) =>
    presentCalendar(ctx, { ...query, districtCode: query.districtCode ?? (await ownDistrict(ctx)) }),
  )

  bind.endpoint('calendar.set-day', async ({ ctx, params: { date }, body, expectedVersion }) => {
    const { districtCode, orgCode } = body
    await setDay(ctx, { districtCode, orgCode, date, expectedVersion }, body)
    return presentCalendar(ctx, { districtCode, year: yearOf(date) })
  })
  bind.endpoint('calendar.clear-day', async ({ ctx, params: { date }, query, expectedVersion }) => {
    const { districtCode, orgCode } = query
    await clearDay(ctx, { districtCode, orgCode, date, expectedVersion })
    return presentCalendar(ctx, { districtCode, year: yearOf(date) })
  })

  bind.endpoint('calendar.import-year', async ({ ctx, params: { year }, body, expectedVersion }) => {
    await importYear(ctx, { districtCode: body.districtCode, year, expectedVersion }, body)
    return presentCalendar(ctx, { districtCode: body.districtCode, year })
  })
  bind.endpoint('calendar.forget-year', async ({ ctx, params: { year }, query, expectedVersion }) => {
    await forgetYear(ctx, { districtCode: query.districtCode, year, expectedVersion })
    return presentCalendar(ctx, { districtCode: query.districtCode, year })
  })

  limitRoutes(bind)
}

function limitRoutes(bind: Bind): void {
  bind.endpoint('limits.show', async ({ ctx, query }) =>
    presentLimits(ctx, query.districtCode ?? (await ownDistrict(ctx))),
  )
  bind.endpoint('limits.save', async ({ ctx, body, expectedVersion }) => {
    await saveLimits(ctx, body, expectedVersion)
    return presentLimits(ctx, body.districtCode)
  })
  bind.endpoint('limits.versions', async ({ ctx, query: { limit, cursor, ...query } }) => {
    const districtCode = query.districtCode ?? (await ownDistrict(ctx))
    await expectDistrict(ctx, districtCode)
    const before = readVersion(decodeCursor(cursor))
    const rows = await findLimitVersions(ctx.services.db.reader, { districtCode, before, limit: limit + 1 })
    return pageOf(rows, limit, ({ version }) => String(version), await limitVersionPresenter(ctx, rows))
  })
}

const yearOf = (date: string) => Number(date.slice(0, 4))

function readVersion(key: string | undefined): number | undefined {
  if (key === undefined) return undefined
  if (!/^\d{1,9}$/.test(key)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return Number(key)
}
