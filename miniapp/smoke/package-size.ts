import fs from 'node:fs'
import path from 'node:path'

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

export const readAppJson = (dist: string): AppJson =>
  JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson

/** Bytes of the main package: everything that lies in no subpackage. */
export function mainPackageBytes(dist: string): number {
  const roots = readAppJson(dist).subPackages.map(({ root }) => path.join(dist, root) + path.sep)
  return fs
    .readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !roots.some((root) => file.startsWith(root)))
    .reduce((sum, file) => sum + fs.statSync(file).size, 0)
}
