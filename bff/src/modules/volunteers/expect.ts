import type { EntityManager } from 'typeorm'
import { notFound, versionMismatch } from '../../errors'
import { findOrg, type Org } from '../orgs'

export interface Target {
  readonly id: string
  /** From `If-Match`. */
  readonly expectedVersion: number | undefined
}

/** A unit that may have volunteers. Throws not_found. */
export async function expectUnit(em: EntityManager, code: string): Promise<Org> {
  const org = await findOrg(em, code)
  if (org?.level !== 'unit') throw notFound('这个队伍')
  return org
}

/** An org that may run a market. Throws not_found. */
export async function expectStall(em: EntityManager, code: string): Promise<Org> {
  const org = await findOrg(em, code)
  if (!org || !['community', 'street', 'district'].includes(org.level)) throw notFound('这个集市')
  return org
}

export function expectVersion({ expectedVersion }: Pick<Target, 'expectedVersion'>, version: number): void {
  if (expectedVersion !== undefined && expectedVersion !== version) throw versionMismatch()
}
