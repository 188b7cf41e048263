import type { LedgerFilters } from '@xinban/shared/contracts'
import {
  addDays,
  chinaDate,
  dayOfDate,
  instantOn,
  ledgerRoles,
  ledgers,
  maxLedgerDays,
  usualLedgerDays,
  type LedgerName,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../context'
import { forbidden, invalidField, notFound } from '../../errors'
import { findOrg, listOrgs, type Org } from '../orgs'

export interface LedgerAsked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly org?: string | undefined
  readonly state?: string | undefined
  readonly kind?: string | undefined
  readonly membershipId?: string | undefined
}

/** Which rows of a ledger: the org whose they are, the instants between which, and what of them. */
export interface LedgerScope {
  readonly org: Org
  /** The streets of a district, where a table has no column for it. */
  readonly streets: readonly string[]
  readonly from: Date
  /** Not counted any more. */
  readonly until: Date
  readonly state: string | null
  readonly kind: string | null
}

/**
 * What the caller asks for, if it is theirs to see. Throws forbidden for who reads no ledgers and outside of the
 * territory, not_found for an org that there is not, and invalid for periods, states and kinds that there are not.
 */
export async function askedFor(
  ctx: Ctx,
  name: LedgerName,
  asked: LedgerAsked,
): Promise<{ used: ActorMembership; filters: LedgerFilters; scope: LedgerScope }> {
  const used = ctx.actor.memberships.find(
    ({ id, role }) => ledgerRoles.includes(role) && (asked.membershipId === undefined || id === asked.membershipId),
  )
  if (!used) throw forbidden('台账只给社区、街道（镇）、区里的工作人员和督查看')
  const to = asked.to ?? chinaDate(ctx.now)
  const from = asked.from ?? chinaDate(addDays(instantOn(dayOfDate(to), 0), 1 - usualLedgerDays))
  const days = dayOfDate(to) - dayOfDate(from) + 1
  if (days < 1) throw invalidField('to', 'too_early', '结束日期早于开始日期，请重新选择')
  if (days > maxLedgerDays) throw invalidField('from', 'too_long', '一次最多看 366 天，请缩短期间，分几次看')
  const { states, kinds } = ledgers[name]
  if (asked.state !== undefined && !Object.hasOwn(states, asked.state)) throw unknownWord('state', '状态')
  if (asked.kind !== undefined && !Object.hasOwn(kinds, asked.kind)) throw unknownWord('kind', '类别')
  const org = asked.org ?? used.orgCode
  const filters = { from, to, org, state: asked.state ?? null, kind: asked.kind ?? null }
  return { used, filters, scope: await scopeOf(ctx.services.db.reader, used, filters) }
}

const unknownWord = (path: string, word: string) =>
  invalidField(path, 'unsuitable', `这本台账没有这个${word}，请从列表里选`)

/** The rows that a membership may see of what the filters say. */
export async function scopeOf(em: EntityManager, used: ActorMembership, filters: LedgerFilters): Promise<LedgerScope> {
  const org = await findOrg(em, filters.org)
  if (!org || org.level === 'grid' || org.level === 'unit') throw notFound('这个街道（镇）或社区')
  if (!org.path.startsWith(used.path)) throw forbidden('只能看自己辖区的台账，请重新选择范围')
  const streets = org.level === 'district' ? await streetsOf(em, org.code) : []
  return {
    ...{ org, streets: streets.map(({ code }) => code), state: filters.state, kind: filters.kind },
    ...{ from: instantOn(dayOfDate(filters.from), 0), until: instantOn(dayOfDate(filters.to) + 1, 0) },
  }
}

/** A district has a few dozen of them, also those whose codes have ended: their rows stay. */
async function streetsOf(em: EntityManager, districtCode: string): Promise<Org[]> {
  const where = { parentCode: districtCode, level: 'street', limit: 500 } as const
  return listOrgs(em, { ...where, afterCode: '' })
}

/** The territory as the column of a table that has district, street and community. */
export const columnOf = ({ org }: LedgerScope): readonly [string, string] => [`${org.level}_code`, org.code]

/** The territory by street or community: one column and value for each range. */
export const rangesOf = ({ org, streets }: LedgerScope): (readonly [string, string])[] =>
  org.level === 'district' ? streets.map((code) => ['street_code', code] as const) : [[`${org.level}_code`, org.code]]
