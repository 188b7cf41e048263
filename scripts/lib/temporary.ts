import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface TemporaryDirectory {
  readonly path: string
  remove(): void
}

/** A new directory of one's own, removed at the latest when this process ends, in whichever way. */
export function makeTemporaryDirectory(name: string): TemporaryDirectory {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), `xinban-${name}-`))
  // A process that was killed just now may still be writing.
  const clear = () => fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', clear)
  return {
    path: directory,
    remove() {
      clear()
      process.removeListener('exit', clear)
    },
  }
}
