import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'

const messageColumns = ['id', 'user', 'title', 'asked_at', 'body', 'reply', 'replied_at'] as const
type Column = (typeof messageColumns)[number]

export interface MessageRow {
  /** Line of the file on which the record ends. */
  readonly line: number
  readonly value: (column: Column) => string
  /** A record with another number of columns than the header. */
  readonly isRagged: boolean
  /** Share of the file read so far, 0–1. */
  readonly read: number
}

/**
 * Reads a file of messages record by record, so that its size does not matter.
 * Throws an Error that says what is wrong when the file is not such a file at all.
 */
export async function* readMessages(file: string): AsyncGenerator<MessageRow> {
  const { size } = await stat(file)
  let header: string[] | undefined
  try {
    for await (const { record, info } of parserOf(file)) {
      if (header === undefined) {
        header = readHeader(file, record)
        continue
      }
      const columns = header
      yield {
        line: info.lines,
        value: (column) => (record[columns.indexOf(column)] ?? '').trim(),
        isRagged: record.length !== columns.length,
        read: info.bytes / size,
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(
      `${file}, line ${String(error.lines)}: the quoting is broken; rows before it are in, mend it and run again`,
    )
  }
  if (header === undefined) throw new Error(`${file} is empty`)
}

interface Parsed {
  record: string[]
  info: { lines: number; bytes: number }
}

function parserOf(file: string): AsyncIterable<Parsed> {
  return createReadStream(file).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
  ) as AsyncIterable<Parsed>
}

function readHeader(file: string, record: readonly string[]): string[] {
  const header = record.map((name) => name.trim())
  const missing = messageColumns.filter((name) => !header.includes(name))
  if (missing.length > 0) throw new Error(`${file} is not a file of messages: column ${missing.join(', ')} missing`)
  return header
}
