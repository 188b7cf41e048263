import { Readable } from 'node:stream'
import type { Received } from '@xinban/shared/contracts'
import { formatInstant, ledgers, roleWords, type LedgerFormat } from '@xinban/shared/domain'
import type { ActorMembership, PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import type { BytesAnswer } from '../../http/send-answer'
import { loadActor, maskedNames } from '../identity'
import { fileNameOf, signedParts } from './ask-export'
import type { LedgerExportRow } from './ledger-export.entity'
import { beginDownload, endDownload, findLedgerExport } from './ledger-export.repository'
import { linesOf, type Sent } from './ledger-lines'
import { scopeOf, type LedgerScope } from './ledger-scope'
import { csvOf } from './sheet/csv'
import type { Sheet } from './sheet/sheet'
import { xlsxOf } from './sheet/xlsx'

const mimes: Record<LedgerFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

const madeUp = '人、单和评价都是编的，不能当作真实情况使用'

/**
 * A ledger by its link, written while it is read; nothing happens before the first byte is asked for, and whoever goes
 * away ends the work. The link says who it was given to: their role is read afresh, and what they may see with it.
 * Throws not_found for a link that is none of ours, forbidden for one that is over.
 */
export async function downloadLedger(
  ctx: PublicCtx,
  format: LedgerFormat,
  { name }: Received<'ledgers.xlsx', 'params'>,
  { id, expires, signature }: Received<'ledgers.xlsx', 'query'>,
): Promise<BytesAnswer & { readonly personId: string }> {
  const { services, now } = ctx
  const isOurs = services.fileUrls.isSigned(signedParts({ ledger: name, format, id }, expires), signature)
  const row = isOurs ? await findLedgerExport(services.db.reader, id) : undefined
  if (!row) throw notFound('这个导出链接')
  if (now.getTime() >= Number(expires) * 1000) throw forbidden('导出链接过期了，请回到台账重新导出')
  const actor = await loadActor(services.db.reader, row.personId)
  const used = actor.memberships.find((own) => own.id === row.membershipId)
  if (!used) throw forbidden('导出用的身份已经停用，请换一个身份重新导出')
  const scope = await scopeOf(services.db.reader, used, row.filters)
  const sent: Sent = { rows: 0 }
  const sheet: Sheet = {
    name: ledgers[name].word,
    columns: ledgers[name].columns,
    lines: linesOf(services, { name, scope, now, sent }),
    mark: services.env.isDemo ? `演示数据：${madeUp}` : null,
    notes: await notesOf(ctx, row, used, scope, sent),
  }
  const bytes = recorded(ctx, id, sent, format === 'xlsx' ? xlsxOf(sheet) : csvOf(sheet))
  const stream = Readable.from(bytes, { objectMode: false, highWaterMark: 64 * 1024 })
  return {
    stream,
    mime: mimes[format],
    fileName: await fileNameOf(ctx, row),
    isAttachment: true,
    personId: row.personId,
  }
}

/** The same bytes; the record says when they began, and at the end how many rows they held. */
async function* recorded({ services: { db }, now }: PublicCtx, id: string, sent: Sent, bytes: AsyncIterable<Buffer>) {
  const begun = performance.now()
  await db.unitOfWork((em) => beginDownload(em, id))
  let isComplete = false
  try {
    yield* bytes
    isComplete = true
  } finally {
    const at = new Date(now.getTime() + Math.round(performance.now() - begun))
    await db.unitOfWork((em) => endDownload(em, id, { rows: sent.rows, isComplete, at }))
  }
}

async function notesOf(
  { services, now }: PublicCtx,
  { ledger, filters, personId, id }: LedgerExportRow,
  used: ActorMembership,
  scope: LedgerScope,
  sent: Sent,
): Promise<Sheet['notes']> {
  const { word, dateWord, kindWord, kinds, states } = ledgers[ledger]
  const nameOf = await maskedNames(services, [personId])
  return () => [
    ...(services.env.isDemo ? ([['演示数据', madeUp]] as const) : []),
    ['台账', word],
    ['导出人', [used.orgName, roleWords[used.role], nameOf(personId)].filter(Boolean).join(' ')],
    ['导出时间', formatInstant(now).slice(0, 16).replace('T', ' ')],
    ['范围', scope.org.name],
    [dateWord, `${filters.from} 至 ${filters.to}`],
    ['状态', filters.state === null ? '全部' : (states[filters.state] ?? '')],
    [kindWord, filters.kind === null ? '全部' : (kinds[filters.kind] ?? '')],
    ['行数', String(sent.rows)],
    ['导出编号', id],
    ['提醒', '姓名已脱敏，没有电话、地址和内容；导出有记录，请妥善保管'],
  ]
}
