import type { ColumnOptions } from 'typeorm'

/**
 * The column vocabulary that SQLite and MySQL-protocol engines share without drift (see docs/adr/0002).
 * `instant` keeps milliseconds: its precision is set for MySQL when the data source opens.
 */
export const id = { type: 'varchar', length: 36 } as const satisfies ColumnOptions
export const orgCode = { type: 'varchar', length: 32 } as const satisfies ColumnOptions
export const code = (length: number) => ({ type: 'varchar', length }) as const satisfies ColumnOptions
/** Text from outside that is the same only when every letter is, as an openid; MySQL compares others loosely. */
export const exact = (length: number) =>
  ({ type: 'varchar', length, collation: 'utf8mb4_bin' }) as const satisfies ColumnOptions
export const text = { type: 'text' } as const satisfies ColumnOptions
export const json = { type: 'simple-json' } as const satisfies ColumnOptions
export const count = { type: 'int' } as const satisfies ColumnOptions
export const flag = { type: 'boolean' } as const satisfies ColumnOptions
export const instant = { type: 'datetime', precision: 3 } as const satisfies ColumnOptions
export const nullable = { nullable: true } as const satisfies ColumnOptions
