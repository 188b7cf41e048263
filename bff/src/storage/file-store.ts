import type { Readable } from 'node:stream'
import type { FileVariant } from '@xinban/shared/domain'

export interface StoredBytes {
  readonly stream: Readable
  readonly length: number
}

/**
 * Where the bytes of files are. Ids are UUIDv7, so a store may arrange them by their time. A store knows nothing of
 * orders or persons: who may see a file is decided before it is asked.
 */
export interface FileStore {
  /** Keeps the bytes of one variant, whole or not at all. */
  put(id: string, variant: FileVariant, bytes: Buffer): Promise<void>
  /** Undefined when there are none. */
  open(id: string, variant: FileVariant): Promise<StoredBytes | undefined>
  /** Removes every variant, and what an interrupted `put` left. Nothing to remove is no error. */
  remove(id: string): Promise<void>
  /** Ids made in [from, before) of which there are any bytes, finished or not. */
  list(from: Date, before: Date): AsyncIterable<string>
}
