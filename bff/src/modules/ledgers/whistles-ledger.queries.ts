import {
  maskPhonesIn,
  whistleKindWords,
  whistleStatuses,
  whistleStatusWords,
  whistleSteps,
  whistleStepWords,
  type WhistleKind,
  type WhistleStatus,
  type WhistleStep,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { floorId } from '../../db/ids'
import { asDate, marks, query } from '../../db/sql'
import { pageOfIds } from './id-pages'
import { dateOrNull, orgNames, type ReadLedger, type Stored } from './ledger-line'
import { columnOf } from './ledger-scope'

interface Raw {
  readonly id: string
  readonly no: string
  readonly title: string
  readonly kind: WhistleKind
  readonly status: WhistleStatus
  readonly street: string
  readonly blownAt: Date | string
  readonly closedAt: Stored
  readonly isSentBack: number | boolean
  readonly orderId: string | null
}

type RawParty = {
  readonly whistleId: string
  readonly department: string
  readonly isLead: number | boolean
  readonly stars: number | null
} & { readonly [Step in WhistleStep as `${Step}Done` | `${Step}Overdue`]: Stored }

/** Whistles by when they were blown, which their ids tell; one line each, its departments beside. */
export const readWhistles: ReadLedger = async (services, { scope, after, limit }) => {
  // A whistle is a street's: under a community there is none.
  if (scope.org.level === 'community') return []
  const [column, code] = columnOf(scope)
  const kind = scope.kind === null ? '' : 'AND kind = ?'
  const { sql, params } = pageOfIds(
    'whistles',
    (scope.state === null ? whistleStatuses : [scope.state]).map((status) => ({
      where: `${column} = ? AND status = ? AND id >= ? AND id < ? ${kind}`,
      params: [
        ...[code, status, floorId(scope.from), after?.id ?? floorId(scope.until)],
        ...(scope.kind === null ? [] : [scope.kind]),
      ],
    })),
    ['id'],
    limit,
  )
  const rows = await query<Raw>(
    services.db.reader,
    `SELECT id, no, title, kind, status, street_code AS street, blown_at AS blownAt, closed_at AS closedAt,
            is_sent_back AS isSentBack, order_id AS orderId
       FROM whistles WHERE id IN (${sql}) ORDER BY id DESC`,
    params,
  )
  const parties = await findParties(
    services.db.reader,
    rows.map(({ id }) => id),
  )
  const nameOf = await orgNames(services, [
    ...rows.map(({ street }) => street),
    ...parties.map(({ department }) => department),
  ])
  return rows.map((row) => {
    const called = parties.filter(({ whistleId }) => whistleId === row.id)
    const inTime = (step: WhistleStep) =>
      called.filter((party) => party[`${step}Done`] !== null && party[`${step}Overdue`] === null).length
    const stars = called.flatMap((party) => (party.stars === null ? [] : [party.stars]))
    return {
      key: { id: row.id },
      orderId: row.orderId,
      cells: {
        ...{ no: row.no, title: maskPhonesIn(row.title), kind: whistleKindWords[row.kind] },
        ...{ status: whistleStatusWords[row.status], street: nameOf(row.street) },
        lead: nameOf(called.find(({ isLead }) => isLead)?.department ?? null),
        departments: called.map(({ department }) => nameOf(department)).join('、'),
        ...{ called: called.length, blownAt: asDate(row.blownAt) },
        ...{ signed: inTime('sign'), contacted: inTime('contact'), attended: inTime('attend') },
        ...{ late: lateWords(called, nameOf), closedAt: dateOrNull(row.closedAt) },
        sentBack: row.isSentBack ? '是' : '否',
        stars: stars.length === 0 ? null : Math.round((10 * stars.reduce((a, b) => a + b, 0)) / stars.length) / 10,
      },
    }
  })
}

/** `区城管局签收、到场`: which department was late with what; null when none was. */
function lateWords(called: readonly RawParty[], nameOf: (code: string | null) => string | null): string | null {
  const late = called.flatMap((party) => {
    const steps = whistleSteps.filter((step) => party[`${step}Overdue`] !== null).map((step) => whistleStepWords[step])
    return steps.length > 0 ? [`${nameOf(party.department) ?? ''}${steps.join('、')}`] : []
  })
  return late.length > 0 ? late.join('；') : null
}

async function findParties(em: EntityManager, whistleIds: readonly string[]): Promise<RawParty[]> {
  if (whistleIds.length === 0) return []
  const steps = whistleSteps.map((step) => `${step}_done_at AS ${step}Done, ${step}_overdue_at AS ${step}Overdue`)
  return query<RawParty>(
    em,
    `SELECT whistle_id AS whistleId, department_code AS department, is_lead AS isLead, stars, ${steps.join(', ')}
       FROM whistle_parties WHERE whistle_id IN (${marks(whistleIds)}) ORDER BY whistle_id, position`,
    whistleIds,
  )
}
