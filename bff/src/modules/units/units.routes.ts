import { forbidden } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { membershipFor } from '../identity'
import { changeUnit, registerUnit } from './register-unit'
import { presentUnit, unitPresenter } from './unit.presenter'
import { listUnits } from './unit.repository'

export function unitRoutes(bind: Bind): void {
  bind.endpoint('units.list', async ({ ctx, query }) => {
    const { role, path } = membershipFor(ctx, query.membershipId)
    if (role === 'grid_worker' || role === 'unit_staff') throw forbidden('单位名册给社区、街道和区的工作人员看')
    const rows = await listUnits(ctx.services.db.reader, {
      ...{ path, afterCode: decodeCursor(query.cursor) ?? '', limit: query.limit + 1 },
    })
    const present = await unitPresenter(ctx, rows.slice(0, query.limit))
    return pageOf(rows, query.limit, ({ orgCode }) => orgCode, present)
  })
  bind.command('units.register', ({ ctx, body }) => registerUnit(ctx, body), presentUnit)
  bind.endpoint('units.show', ({ ctx, params }) => presentUnit(ctx, params.code))
  bind.command(
    'units.update',
    ({ ctx, params, body, expectedVersion }) => changeUnit(ctx, { code: params.code, expectedVersion }, body),
    presentUnit,
  )
}
