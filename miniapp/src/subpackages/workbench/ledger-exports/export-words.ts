import type { LedgerExport } from '@xinban/shared/contracts'
import { ledgers, roleWords, sayTime, type LedgerFormat } from '@xinban/shared/domain'

export const formatWords: Record<LedgerFormat, string> = { xlsx: 'Excel', csv: 'CSV' }

/** `王**（街道工作人员，中山东路街道）` */
export function tellExporter({ by: { name, role, org } }: LedgerExport): string {
  const at = [roleWords[role], org?.name].filter(Boolean).join('，')
  return `${name ?? '工作人员'}（${at}）`
}

/** Which rows, a line for each part: `范围：中山东路街道`, `提交日期 2026-10-24 至 2026-11-22`, `状态：已办结`. */
export function tellSelection({ ledger, scope, filters: { org, from, to, state, kind } }: LedgerExport): string[] {
  const { dateWord, kindWord, kinds, states } = ledgers[ledger]
  return [
    `范围：${scope?.name ?? org}`,
    `${dateWord} ${from} 至 ${to}`,
    ...(kind === null ? [] : [`${kindWord}：${kinds[kind] ?? kind}`]),
    ...(state === null ? [] : [`状态：${states[state] ?? state}`]),
  ]
}

/** What became of it. A download that a stop of the server broke off has no end either. */
export function tellHandedOut({ downloads, rows, isComplete, finishedAt }: LedgerExport, now: Date): string {
  if (downloads === 0) return '还没有下载'
  const times = downloads === 1 ? '' : `共下载 ${downloads} 次，最近一次`
  if (finishedAt === null) return `${times}正在下载，或者中断了`
  const at = sayTime(new Date(finishedAt), now)
  return isComplete ? `${times}${at} 下载完，取走 ${rows ?? 0} 行` : `${times}${at} 中断，已取走 ${rows ?? 0} 行`
}
