import type { Ctx, Services } from '../context'
import { selectRows } from '../db/rows'
import { ProblemError } from '../errors'
import {
  acceptOrder,
  findEarlierSimilar,
  findOrderBySource,
  fulfilOrder,
  placeOrder,
  type EarlierSimilar,
} from '../modules/orders'
import { Org } from '../modules/orgs'
import { toMessage, type Message } from './message'
import { readMessages } from './read-messages'
import { communityFor, dismissImporter, importerActor, residentActor } from './replay-actors'

export interface ReplayReport {
  /** Records of the file. */
  readonly rows: number
  /** Orders that this run placed, accepted, fulfilled. */
  readonly placed: number
  readonly accepted: number
  readonly fulfilled: number
  /** Rows whose order had gone all the way before. */
  readonly unchanged: number
  /** From placing to fulfilment of every fulfilled order of the file, in milliseconds, ascending. */
  readonly timesToFulfil: readonly number[]
  readonly rejected: readonly { line: number; reason: string }[]
  /** Orders of the file with an earlier one that says the same and was in hand then; null when nobody asked for it. */
  readonly similar: readonly EarlierSimilar[] | null
}

type Counts = Omit<ReplayReport, 'similar'>
type Mutable = {
  -readonly [Key in keyof Counts]: Counts[Key] extends readonly (infer Item)[] ? Item[] : number
}

/**
 * Pushes a file of real messages through the ordinary commands with their own dates. Each step of each message is a
 * unit of work of its own, so that a server on the same database stays usable; a run that was cut short goes on where
 * it stopped, and a finished one adds nothing.
 * Throws an Error that says what is missing when there is no community to place in.
 */
export async function replay(
  services: Services,
  file: string,
  options: {
    districtCode: string | null
    now: Date
    /** Whether to look for earlier orders that say the same; nothing is merged. */
    findsSimilar?: boolean
    onProgress: (read: number, rows: number) => void
  },
): Promise<ReplayReport> {
  const { districtCode, communities } = await placesOf(services, options.districtCode)
  const communityOf = communityFor(communities)
  const report: Mutable = {
    ...{ rows: 0, placed: 0, accepted: 0, fulfilled: 0, unchanged: 0 },
    ...{ timesToFulfil: [], rejected: [] },
  }
  const lines = new Map<string, number>()
  try {
    for await (const row of readMessages(file)) {
      report.rows += 1
      const message = toMessage(row, communityOf)
      const reason = 'reason' in message ? message.reason : await tryRow(services, message, lines, row.line, report)
      if (reason !== undefined) report.rejected.push({ line: row.line, reason })
      options.onProgress(row.read, report.rows)
    }
  } finally {
    await dismissImporter(services, options.now)
  }
  report.timesToFulfil.sort((a, b) => a - b)
  const similar = options.findsSimilar
    ? await findEarlierSimilar(services, districtCode, (ref) => lines.has(ref))
    : null
  return { ...report, similar }
}

async function placesOf({ db }: Services, districtCode: string | null) {
  const district = districtCode === null ? '' : 'AND district_code = ?'
  const params = districtCode === null ? [] : [districtCode]
  const orgs = await selectRows(db.reader, Org, `WHERE level = 'community' AND valid_until IS NULL ${district}`, params)
  const districts = new Set(orgs.map((org) => org.districtCode))
  const [only] = districts
  if (only === undefined) throw new Error('there is no community yet; bring in an org tree with import:orgs first')
  if (districts.size > 1) throw new Error('there are several districts here; name one with XINBAN_DISTRICT')
  return { districtCode: only, communities: orgs.map((org) => org.code) }
}

/** @returns why the row was refused, or undefined */
async function tryRow(
  services: Services,
  message: Message,
  lines: Map<string, number>,
  line: number,
  report: Mutable,
): Promise<string | undefined> {
  const earlier = lines.get(message.sourceRef)
  if (earlier !== undefined) return `编号与第 ${earlier} 行重复`
  lines.set(message.sourceRef, line)
  try {
    await playRow(services, message, report)
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error.detail
    throw error
  }
}

async function playRow(services: Services, message: Message, report: Mutable): Promise<void> {
  const { db } = services
  const { sourceRef, place, askedAt, answer } = message
  const ctx = (actor: Ctx['actor'], now: Date): Ctx => ({ services, actor, now, requestId: sourceRef, isImport: true })
  const before = await findOrderBySource(db.reader, sourceRef)
  let status = before?.status
  if (!before) {
    const resident = await residentActor(services, message.user, askedAt)
    await placeOrder(ctx(resident, askedAt), place, { sourceRef })
    report.placed += 1
    status = 'submitted'
  }
  const order = before ?? (await findOrderBySource(db.reader, sourceRef))
  if (order && answer && (status === 'submitted' || status === 'accepted')) {
    const importer = await importerActor(services, order.communityCode, askedAt)
    if (status === 'submitted') {
      await acceptOrder(ctx(importer, askedAt), { id: order.id }, { isSynthetic: true })
      report.accepted += 1
    }
    await fulfilOrder(ctx(importer, answer.at), { id: order.id }, { note: answer.note })
    report.fulfilled += 1
  } else if (before) {
    report.unchanged += 1
  }
  const after = await findOrderBySource(db.reader, sourceRef)
  if (after?.fulfilledAt) report.timesToFulfil.push(after.fulfilledAt.getTime() - after.placedAt.getTime())
}
