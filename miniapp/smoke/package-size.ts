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
  return bytesOf(filesBelow(dist).filter((file) => !roots.some((root) => file.startsWith(root))))
}

/** Bytes of each subpackage by its root. */
export const subPackageBytes = (dist: string): Record<string, number> =>
  Object.fromEntries(
    readAppJson(dist).subPackages.map(({ root }) => [root, bytesOf(filesBelow(path.join(dist, root)))]),
  )

const filesBelow = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
