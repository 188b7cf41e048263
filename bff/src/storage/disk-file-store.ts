import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { fileVariants, type FileVariant } from '@xinban/shared/domain'
import { timeOfId } from '../db/ids'
import type { FileStore, StoredBytes } from './file-store'

/** A directory holds the ids of 2^24 ms (4.7 hours), the one above it 256 of these. */
const spanMs = 2 ** 24
const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Files in `root/aaaa/bb/<id>.<variant>`, readable by the server's user alone. */
export class DiskFileStore implements FileStore {
  constructor(private readonly root: string) {}

  /** Writes beside the final name, to the disk itself, and renames: a reader or a crash never meets half a file. */
  async put(id: string, variant: FileVariant, bytes: Buffer): Promise<void> {
    const target = this.pathOf(id, variant)
    await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const part = `${target}.${randomBytes(6).toString('hex')}.part`
    try {
      await writeDurably(part, bytes)
      await fs.rename(part, target)
    } catch (error) {
      await fs.rm(part, { force: true })
      throw error
    }
  }

  async open(id: string, variant: FileVariant): Promise<StoredBytes | undefined> {
    try {
      const handle = await fs.open(this.pathOf(id, variant), 'r')
      const { size } = await handle.stat()
      return { stream: handle.createReadStream(), length: size }
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    const dir = path.dirname(this.pathOf(id, fileVariants[0]))
    const own = (await namesIn(dir)).filter((name) => name.startsWith(`${id}.`))
    await Promise.all(own.map((name) => fs.rm(path.join(dir, name), { force: true })))
  }

  async *list(from: Date, before: Date): AsyncIterable<string> {
    const isWanted = (hex: string, unit: number) => {
      const begins = parseInt(hex, 16) * unit
      return begins < before.getTime() && begins + unit > from.getTime()
    }
    for (const upper of (await namesIn(this.root)).filter((hex) => isWanted(hex, spanMs * 256))) {
      for (const lower of (await namesIn(path.join(this.root, upper))).filter((hex) => isWanted(upper + hex, spanMs))) {
        const names = await namesIn(path.join(this.root, upper, lower))
        const ids = new Set(names.map((name) => name.split('.')[0] ?? '').filter((id) => idShape.test(id)))
        for (const id of ids) {
          const at = timeOfId(id)
          if (at >= from && at < before) yield id
        }
      }
    }
  }

  private pathOf(id: string, variant: FileVariant): string {
    if (!idShape.test(id)) throw new Error('this is not the id of a file')
    return path.join(this.root, id.slice(0, 4), id.slice(4, 6), `${id}.${variant}`)
  }
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Sorted, so by time; empty for a directory that is not there. */
async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await fs.readdir(dir)).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
