import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const isLeftOut = (name: string) => name === 'node_modules' || name === 'dist' || /\.test\.tsx?$/.test(name)

/**
 * A hash over the names and contents of files and of everything in folders, tests aside.
 * @param sources paths from `root`; what is missing counts as such
 * @param settings whatever else decides the result
 */
export function hashSources(root: string, sources: readonly string[], settings = ''): string {
  const hash = createHash('sha256').update(settings)
  for (const source of sources) {
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(`\n${path.relative(root, file)}\n`).update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex')
}

/** Whether the stamp says that its output was made from exactly this. */
export function isFresh(stampFile: string, hash: string): boolean {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === hash
}

function filesBelow(place: string): string[] {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [place]
  const names = fs.readdirSync(place).sort()
  return names.flatMap((name) => (isLeftOut(name) ? [] : filesBelow(path.join(place, name))))
}
