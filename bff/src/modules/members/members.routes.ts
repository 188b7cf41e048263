import type { Member } from '@xinban/shared/contracts'
import type { Ctx } from '../../context'
import { forbidden, notFound } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { grantMembership, maskedNames, mayListMembers, revokeMembership } from '../identity'
import { countLoads } from '../orders'
import { findOrg } from '../orgs'
import { listMembers, type MemberJoin } from './members.queries'

export function memberRoutes(bind: Bind): void {
  bind.endpoint('members.list', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const org = await findOrg(reader, query.orgCode)
    if (!org) throw notFound('这个组织')
    if (!mayListMembers(ctx.actor, org)) throw forbidden('你不能查看这个组织的成员')
    const rows = await listMembers(reader, {
      path: org.path,
      role: query.role,
      afterId: decodeCursor(query.cursor) ?? '',
      limit: query.limit + 1,
    })
    const present = await memberPresenter(ctx, rows)
    return pageOf(rows, query.limit, (member) => member.id, present)
  })

  bind.endpoint('members.grant', async ({ ctx, body }) => {
    const membershipId = await grantMembership(ctx, body)
    const { reader } = ctx.services.db
    const [member] = await listMembers(reader, { path: '/', membershipId, afterId: '', limit: 1 })
    if (!member) throw notFound('这个角色')
    return (await memberPresenter(ctx, [member]))(member)
  })

  bind.endpoint('members.revoke', async ({ ctx, params }) => revokeMembership(ctx, params.id))
}

/** Names and loads of all the rows in two queries. */
async function memberPresenter(ctx: Ctx, rows: readonly MemberJoin[]): Promise<(row: MemberJoin) => Member> {
  const nameOf = await maskedNames(
    ctx.services,
    rows.map((row) => row.personId),
  )
  const loads = await countLoads(
    ctx.services.db.reader,
    rows.map((row) => row.orgCode),
  )
  return (row) => ({
    id: row.id,
    name: nameOf(row.personId) ?? '未留姓名',
    role: row.role,
    org: { code: row.orgCode, name: row.orgName, level: row.level },
    openOrders: loads.ofMember(row),
  })
}
