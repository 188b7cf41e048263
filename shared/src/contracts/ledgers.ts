import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import { ledgerFormats, ledgerNames } from '../domain/ledgers/ledgers'
import { Id, Instant, OrgCode, OrgRef, page, PageQuery } from './common'

const params = z.strictObject({ name: z.enum(ledgerNames) })

const filters = {
  /** Dates in China, both ends counted; the last 30 days when they are absent. At most 366 days. */
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
  /** A street or community inside the caller's territory; all of it when absent. */
  org: z.optional(OrgCode),
  /** One of the states and kinds that the ledger has. */
  state: z.optional(z.string().check(z.maxLength(24))),
  kind: z.optional(z.string().check(z.maxLength(24))),
  membershipId: z.optional(Id),
}

/** One line of a ledger. */
export const LedgerRow = z.strictObject({
  id: Id,
  /** Of whistles the order that they are about, where there is one. */
  orderId: z.nullable(Id),
  /** By the key of the column; instants as ISO 8601. Which columns there are says `ledgers` of the domain. */
  cells: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
})
export type LedgerRow = z.infer<typeof LedgerRow>

const exportFilters = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  org: OrgCode,
  state: z.nullable(z.string()),
  kind: z.nullable(z.string()),
})
export type LedgerFilters = z.infer<typeof exportFilters>

/** One export: who asked for it, of what, and what was handed out. */
export const LedgerExport = z.strictObject({
  id: Id,
  ledger: z.enum(ledgerNames),
  format: z.enum(ledgerFormats),
  by: z.strictObject({ name: z.nullable(z.string()), role: z.enum(roles), org: z.nullable(OrgRef) }),
  filters: exportFilters,
  /** Whose rows they were. */
  scope: z.nullable(OrgRef),
  at: Instant,
  /** How often it was fetched; the rest is of the last time. */
  downloads: z.int(),
  rows: z.nullable(z.int()),
  isComplete: z.boolean(),
  finishedAt: z.nullable(Instant),
})
export type LedgerExport = z.infer<typeof LedgerExport>

const file = (mime: string, format: string) =>
  ({
    summary: `A ledger as ${format}, for whoever holds a signed URL that has not expired; sent as it is read`,
    auth: 'public',
    params,
    query: z.strictObject({
      id: Id,
      /** Unix time in seconds. */
      expires: z.string().check(z.maxLength(20)),
      signature: z.string().check(z.maxLength(100)),
    }),
    status: 200,
    bytes: [mime],
    response: z.instanceof(Uint8Array),
    errors: ['not_found', 'forbidden', 'too_many_requests'],
  }) as const

export const ledgerContracts = {
  'ledgers.xlsx': file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a workbook'),
  'ledgers.csv': file('text/csv; charset=utf-8', 'text with commas'),
  'ledgers.list': {
    summary: 'A page of a ledger of the caller’s territory, the newest first',
    auth: 'person',
    params,
    query: z.strictObject({ ...PageQuery, ...filters }),
    status: 200,
    response: page(LedgerRow),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'ledgers.link': {
    summary: 'A signed URL, good for ten minutes, by which a ledger is fetched; recorded',
    auth: 'person',
    params,
    body: z.strictObject({ format: z.enum(ledgerFormats), ...filters }),
    status: 201,
    response: z.strictObject({ id: Id, url: z.string(), fileName: z.string(), expiresAt: Instant }),
    errors: ['forbidden', 'not_found', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'ledger-exports.list': {
    summary: 'Who exported which ledger, for the auditor',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(LedgerExport),
    errors: ['malformed_request', 'forbidden'],
  },
} as const
