import type { EntityManager } from 'typeorm'
import { notFound } from '../../errors'
import { findHall, type HallRow } from '../halls'
import { findOrg, type Org } from '../orgs'

/** The hall of a booking with its org. Throws not_found. */
export async function hallOf(em: EntityManager, hallId: string): Promise<{ hall: HallRow; org: Org }> {
  const hall = await findHall(em, hallId)
  const org = hall && (await findOrg(em, hall.orgCode))
  if (!hall || !org) throw notFound('这个大厅')
  return { hall, org }
}
