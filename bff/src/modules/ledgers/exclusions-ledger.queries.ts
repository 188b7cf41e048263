import {
  exclusionReasonWords,
  exclusionStates,
  exclusionStateWords,
  maskPhonesIn,
  roleWords,
  type ExclusionReason,
  type ExclusionState,
  type Role,
  type ScorePart,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { floorId } from '../../db/ids'
import { asDate, marks, query } from '../../db/sql'
import { maskedNames } from '../identity'
import { pageOfIds } from './id-pages'
import { dateOrNull, ledgerTitle, orgNames, type ReadLedger, type Reading, type Stored } from './ledger-line'
import { columnOf } from './ledger-scope'

interface Raw {
  readonly id: string
  readonly orderId: string
  readonly no: string
  readonly title: string
  readonly reason: ExclusionReason
  readonly parts: string
  readonly state: ExclusionState
  readonly proposedById: string
  readonly proposedRole: Role
  readonly proposedOrg: string
  readonly proposedAt: Date | string
  readonly decidedById: string | null
  readonly decidedAt: Stored
  readonly community: string
  readonly street: string
  readonly district: string
}

const partWords: Record<ScorePart, string> = { response: '响应率', resolution: '解决率', satisfaction: '满意率' }

function pageOf({ scope, after, limit }: Reading) {
  const [column, code] = columnOf(scope)
  const reason = scope.kind === null ? '' : 'AND reason = ?'
  return pageOfIds(
    'exclusions',
    (scope.state === null ? exclusionStates : [scope.state]).map((state) => ({
      where: `${column} = ? AND state = ? AND id >= ? AND id < ? ${reason}`,
      params: [
        ...[code, state, floorId(scope.from), after?.id ?? floorId(scope.until)],
        ...(scope.kind === null ? [] : [scope.kind]),
      ],
    })),
    ['id'],
    limit,
  )
}

/** Dockets of exclusion by when they were proposed. */
export const readExclusions: ReadLedger = async (services, reading) => {
  const { sql, params } = pageOf(reading)
  const rows = await query<Raw>(
    services.db.reader,
    `SELECT e.id, e.order_id AS orderId, o.no, ${ledgerTitle('o')}, e.reason, e.parts, e.state, e.proposed_by_id AS proposedById,
            e.proposed_role AS proposedRole, e.proposed_org_code AS proposedOrg, e.proposed_at AS proposedAt,
            e.decided_by_id AS decidedById, e.decided_at AS decidedAt, e.community_code AS community,
            e.street_code AS street, e.district_code AS district
       FROM exclusions e JOIN orders o ON o.id = e.order_id
      WHERE e.id IN (${sql}) ORDER BY e.id DESC`,
    params,
  )
  const deciders = await findDeciders(services.db.reader, rows)
  const personOf = await maskedNames(
    services,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById === null ? [] : [decidedById])]),
  )
  const nameOf = await orgNames(services, [
    ...rows.flatMap(({ proposedOrg, community, street }) => [proposedOrg, community, street]),
    ...[...deciders.values()].map(({ orgCode }) => orgCode),
  ])
  const tell = (personId: string, role: Role | undefined, orgCode: string | undefined) =>
    [nameOf(orgCode ?? null), role && roleWords[role], personOf(personId)].filter(Boolean).join(' ')
  return rows.map((row) => {
    const decider = row.decidedById === null ? undefined : deciders.get(row.id)
    const parts = JSON.parse(row.parts) as ScorePart[]
    return {
      key: { id: row.id },
      orderId: row.orderId,
      cells: {
        ...{ no: row.no, title: maskPhonesIn(row.title), reason: exclusionReasonWords[row.reason] },
        ...{ parts: parts.map((part) => partWords[part]).join('、'), state: exclusionStateWords[row.state] },
        ...{
          proposedBy: tell(row.proposedById, row.proposedRole, row.proposedOrg),
          proposedAt: asDate(row.proposedAt),
        },
        decidedBy: row.decidedById === null ? null : tell(row.decidedById, decider?.role, decider?.orgCode),
        decidedAt: dateOrNull(row.decidedAt),
        // Each part that an approved docket takes out is one more in the count that is published with the scores.
        publicCount: row.state === 'approved' ? parts.length : 0,
        ...{ community: nameOf(row.community), street: nameOf(row.street) },
      },
    }
  })
}

interface Decider {
  readonly role: Role
  readonly orgCode: string
}

/** In which role each docket was decided: what its decider holds over the order; they may have more than one. */
async function findDeciders(em: EntityManager, rows: readonly Raw[]): Promise<Map<string, Decider>> {
  const ids = [...new Set(rows.flatMap(({ decidedById }) => (decidedById === null ? [] : [decidedById])))]
  if (ids.length === 0) return new Map()
  const held = await query<Decider & { personId: string }>(
    em,
    `SELECT person_id AS personId, role, org_code AS orgCode FROM memberships
      WHERE person_id IN (${marks(ids)}) AND role IN ('street_staff', 'district_admin') ORDER BY role, id`,
    ids,
  )
  return new Map(
    rows.flatMap((row) => {
      const over = [row.street, row.district]
      const decider = held.find(({ personId, orgCode }) => personId === row.decidedById && over.includes(orgCode))
      return decider ? [[row.id, decider] as const] : []
    }),
  )
}
