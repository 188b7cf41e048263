import type { Answer, Member, Received } from '@xinban/shared/contracts'
import { chinaDate, formatInstant, readsMemberChanges } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { asDate } from '../../db/sql'
import { forbidden, nobodyWithPhone, notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findPersonByPhone, maskedName, maskedNames, mayGrant, mayListMembers, rolesToGrant } from '../identity'
import { countLoads } from '../orders'
import { findOrg, findOrgs, isValidOn, listOrgs, orgRef, type Org } from '../orgs'
import { countMembers, findRolesAt, listMemberChanges, listMembers, type MemberJoin } from './members.queries'

async function expectOrg(ctx: Ctx, code: string): Promise<Org> {
  const org = await findOrg(ctx.services.db.reader, code)
  if (!org) throw notFound('这个组织')
  return org
}

async function expectListed(ctx: Ctx, code: string): Promise<Org> {
  const org = await expectOrg(ctx, code)
  if (!mayListMembers(ctx.actor, org)) throw forbidden('你不能查看这个组织的成员')
  return org
}

/** Who works at an org, or in its whole territory. Throws not_found, forbidden, malformed_request. */
export async function presentMembers(
  ctx: Ctx,
  { orgCode, role, reach, cursor, limit }: Received<'members.list', 'query'>,
): Promise<Answer<'members.list'>> {
  const { path } = await expectListed(ctx, orgCode)
  const rows = await listMembers(ctx.services.db.reader, {
    ...{ path, isHere: reach === 'here', role, afterId: decodeCursor(cursor) ?? '', limit: limit + 1 },
  })
  return pageOf(rows, limit, (member) => member.id, await memberPresenter(ctx, rows))
}

/** The role that was just given. */
export async function presentMember(ctx: Ctx, membershipId: string): Promise<Member> {
  const [member] = await listMembers(ctx.services.db.reader, { path: '/', membershipId, afterId: '', limit: 1 })
  if (!member) throw notFound('这个角色')
  return (await memberPresenter(ctx, [member]))(member)
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
    since: formatInstant(asDate(row.grantedAt)),
    allowedActions: mayGrant(ctx.actor, row.role, row) ? ['revoke'] : [],
  })
}

const mostBelow = 300

/** What one may give at an org, and where else people work below it. Throws not_found, forbidden. */
export async function presentOverview(ctx: Ctx, orgCode: string): Promise<Answer<'members.overview'>> {
  const org = await expectListed(ctx, orgCode)
  const { reader } = ctx.services.db
  const orgs = await listOrgs(reader, { parentCode: org.code, afterCode: '', limit: mostBelow })
  const counts = await countMembers(reader, org.path)
  const membersIn = (path: string) =>
    counts.reduce((sum, entry) => sum + (entry.path.startsWith(path) ? entry.members : 0), 0)
  const today = chinaDate(ctx.now)
  const below = orgs.map((child) => ({ ...orgRef(child), members: membersIn(child.path), child }))
  return {
    org: orgRef(org),
    grantableRoles: rolesToGrant(ctx.actor, org),
    // An org whose code has ended is shown as long as somebody still holds a role there.
    below: below.flatMap(({ child, ...entry }) => (isValidOn(child, today) || entry.members > 0 ? [entry] : [])),
  }
}

/** Whom a phone belongs to, before they are given a role. Throws not_found, forbidden. */
export async function presentFound(
  ctx: Ctx,
  { orgCode, phone }: Received<'members.find', 'body'>,
): Promise<Answer<'members.find'>> {
  const org = await expectOrg(ctx, orgCode)
  if (rolesToGrant(ctx.actor, org).length === 0) throw forbidden('你不能在这个组织添加人员，请联系上级管理员')
  const { personalData, db } = ctx.services
  const person = await findPersonByPhone(db.reader, personalData.phoneHash(phone))
  if (!person) throw nobodyWithPhone()
  return { name: maskedName(personalData, person), roles: await findRolesAt(db.reader, person.id, org.code) }
}

/** How roles came and went in a district. Throws forbidden, malformed_request. */
export async function presentMemberChanges(
  ctx: Ctx,
  { limit, cursor, membershipId }: Received<'member-changes.list', 'query'>,
): Promise<Answer<'member-changes.list'>> {
  const { services } = ctx
  const used = ctx.actor.memberships.find(
    ({ id, role }) => readsMemberChanges(role) && (membershipId === undefined || id === membershipId),
  )
  if (!used) throw forbidden('人员变动只给督查和区管理员看')
  const { districtCode } = used
  const where = { districtCode, afterId: decodeCursor(cursor), limit: limit + 1 }
  const rows = await listMemberChanges(services.db.reader, where)
  const nameOf = await maskedNames(
    services,
    rows.flatMap(({ personId, byPersonId }) => (byPersonId === null ? [personId] : [personId, byPersonId])),
  )
  const orgs = await findOrgs(
    services.db.reader,
    rows.flatMap(({ orgCode, byOrgCode }) => [orgCode, byOrgCode]),
  )
  const refOf = (code: string | null) => {
    const org = code === null ? undefined : orgs.get(code)
    return org ? orgRef(org) : null
  }
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    ({ id, at, change, personId, role, orgCode, byPersonId, byRole, byOrgCode }) => ({
      ...{ id, at: formatInstant(asDate(at)), change, name: nameOf(personId), role, org: refOf(orgCode) },
      by:
        byPersonId === null || byRole === null
          ? null
          : { name: nameOf(byPersonId), role: byRole, org: refOf(byOrgCode) },
    }),
  )
}
