import { Readable } from 'node:stream'
import type { PublicCtx } from '../../../context'
import { selectRows } from '../../../db/rows'
import { notFound } from '../../../errors'
import type { BytesAnswer } from '../../../http/send-answer'
import { findOrg } from '../../orgs'
import { findList } from '../lists/pledge-list.repository'
import { writeLedger, type LedgerLine } from './ledger-file'
import { PledgeEventRow, PledgeEventText } from './pledge-event.entity'

/** The history of a list as a file that anyone can check offline; a year has some hundreds of events. Throws not_found. */
export async function exportLedger(ctx: PublicCtx, listId: string): Promise<BytesAnswer> {
  const { reader } = ctx.services.db
  const list = await findList(reader, listId)
  if (!list) throw notFound('这份清单')
  const org = await findOrg(reader, list.orgCode)
  // An event that is added meanwhile is not of this file: its head is that of the events that were read.
  const events = await selectRows(reader, PledgeEventRow, 'WHERE list_id = ? ORDER BY seq', [listId])
  const where = 'WHERE is_public = 1 AND event_id IN (SELECT id FROM pledge_events WHERE list_id = ?)'
  const texts = await selectRows(reader, PledgeEventText, where, [listId])
  const byEvent = new Map(texts.map((text) => [text.eventId, text]))
  const lines = events.map((event) => lineOf(event, byEvent.get(event.id)))
  const file = writeLedger(
    {
      ...{ format: 'xinban-pledge-ledger', version: 1, listId, org: list.orgCode, orgName: org?.name ?? '' },
      ...{ year: list.year, exportedAt: ctx.now.toISOString(), isDemo: list.isDemo },
      ...{ events: lines.length, head: lines.at(-1)?.hash ?? null },
    },
    lines,
  )
  const bytes = Buffer.from(file, 'utf8')
  return {
    ...{ stream: Readable.from([bytes]), length: bytes.length, mime: 'application/octet-stream' },
    ...{ fileName: `ledger-${list.orgCode}-${list.year}.ndjson`, isAttachment: true },
  }
}

function lineOf(event: PledgeEventRow, text: PledgeEventText | undefined): LedgerLine {
  const { seq, action, pledgeNumber, actorRole, actorOrgCode, data, commitment, hash } = event
  return {
    ...{ seq, at: event.at.toISOString(), action, pledge: pledgeNumber, role: actorRole, org: actorOrgCode },
    ...{ data, commitment, hash, salt: text?.salt ?? null, words: text?.words ?? null },
  }
}
