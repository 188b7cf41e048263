import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  /** Text, in pieces as they come. */
  readonly content: Iterable<string> | AsyncIterable<string>
}

/** UTF-8 names; sizes stand behind the content, since nobody knows them before. */
const flags = 0x0808
/** 1980-01-01: the same content gives the same bytes. */
const date = 0x0021
const version = 20
const deflated = 8

interface Written {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/**
 * A zip archive while its entries are still being made: it holds one piece at a time, and packing happens beside the
 * event loop. No entry may be beyond 4 GB.
 */
export async function* zipOf(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const { name, content } of entries) {
    const begun = at
    const title = Buffer.from(name)
    const head = localHead(title)
    yield head
    at += head.length
    const sum = { crc: 0, size: 0 }
    let packed = 0
    for await (const piece of pack(content, sum)) {
      packed += piece.length
      yield piece
    }
    const entry = { name: title, at: begun, packed, ...sum }
    const tail = sizes(entry)
    yield tail
    at += packed + tail.length
    written.push(entry)
  }
  yield directory(written, at)
}

function pack(content: ZipEntry['content'], sum: { crc: number; size: number }): AsyncIterable<Buffer> {
  async function* counted() {
    for await (const text of content) {
      const bytes = Buffer.from(text)
      sum.crc = crc32(bytes, sum.crc)
      sum.size += bytes.length
      yield bytes
    }
  }
  // Whoever stops reading destroys the packer, and with it what feeds it; an error comes out of the reading.
  return pipeline(Readable.from(counted(), { highWaterMark: 2 }), createDeflateRaw({ level: 4 }), () => undefined)
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  for (const [offset, value] of [version, flags, deflated, 0, date].entries()) head.writeUInt16LE(value, 4 + offset * 2)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function sizes({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16)
  for (const [index, value] of [0x08074b50, crc, packed, size].entries()) tail.writeUInt32LE(value, index * 4)
  return tail
}

function directory(written: readonly Written[], at: number): Buffer {
  const heads = written.map(({ name, at: begun, crc, packed, size }) => {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    for (const [offset, value] of [version, version, flags, deflated, 0, date].entries()) {
      head.writeUInt16LE(value, 4 + offset * 2)
    }
    for (const [index, value] of [crc, packed, size].entries()) head.writeUInt32LE(value, 16 + index * 4)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(begun, 42)
    return Buffer.concat([head, name])
  })
  const all = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(all.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([all, end])
}
