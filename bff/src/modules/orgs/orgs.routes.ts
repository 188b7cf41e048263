import { notFound } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { presentOrg } from './org.presenter'
import { findOrg, listOrgs } from './org.repository'

export function orgRoutes(bind: Bind): void {
  bind.endpoint('orgs.list', async ({ ctx, query }) => {
    const rows = await listOrgs(ctx.services.db.reader, {
      parentCode: query.parent ?? null,
      level: query.level,
      afterCode: decodeCursor(query.cursor) ?? '',
      limit: query.limit + 1,
    })
    return pageOf(rows, query.limit, (org) => org.code, presentOrg)
  })

  bind.endpoint('orgs.show', async ({ ctx, params }) => {
    const org = await findOrg(ctx.services.db.reader, params.code)
    if (!org) throw notFound('这个组织')
    return presentOrg(org)
  })
}
