import fs from 'node:fs'
import path from 'node:path'
import { hashSources, isFresh } from './fresh'
import { runScript } from './run-command'

export const root = path.resolve(import.meta.dirname, '..', '..')

export interface Build {
  readonly title: string
  /** The package it is a script of. */
  readonly of: string
  readonly script: string
  /** Where it puts its result, below the package's `dist`. */
  readonly output: string
  readonly sources: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Names what is missing in the result: `taro build` exits 0 on a broken configuration. */
  readonly missing: (output: string) => string[]
}

interface Pages {
  readonly [name: string]: { readonly path: string }
}

const miniappSources = [
  ...['src', 'config', 'types', 'package.json', 'babel.config.js', 'tsconfig.json', 'project.config.json'].map(
    (name) => `miniapp/${name}`,
  ),
  ...['shared/src', 'shared/package.json', 'tsconfig.base.json', 'pnpm-lock.yaml'],
]

function pagePaths(): string[] {
  const pages = JSON.parse(fs.readFileSync(path.join(root, 'miniapp/src/platform/pages.json'), 'utf8')) as Pages
  return Object.values(pages).map((page) => page.path)
}

const absent = (output: string, files: readonly string[]) =>
  files.filter((file) => !fs.existsSync(path.join(output, file)))

export const h5Build: Build = {
  title: 'mini program for browsers (H5)',
  of: 'miniapp',
  script: 'build:h5',
  output: 'h5',
  sources: miniappSources,
  missing(output) {
    const missing = absent(output, ['index.html', 'js', 'css'])
    if (missing.length > 0) return missing
    const scripts = fs.readdirSync(path.join(output, 'js')).filter((name) => name.endsWith('.js'))
    if (!scripts.some((name) => name.startsWith('app.'))) return ['js/app.*.js']
    // Chunk names are numbers, so what can be told is that every page has one.
    const wanted = pagePaths().length
    return scripts.length > wanted ? [] : [`a chunk for each of the ${wanted} pages in js/`]
  },
}

/** @param api origin of the server that the mini program calls */
export const weappBuild = (api: string): Build => ({
  title: 'mini program for WeChat (weapp)',
  of: 'miniapp',
  script: 'build:weapp',
  output: 'weapp',
  sources: miniappSources,
  env: { XINBAN_API: api },
  missing: (output) =>
    absent(output, ['app.js', 'app.json', ...pagePaths().flatMap((page) => [`${page}.js`, `${page}.wxml`])]),
})

export const serverBuild: Build = {
  title: 'server',
  of: 'bff',
  script: 'build',
  output: '.',
  sources: ['bff/src', 'bff/build.ts', 'bff/package.json', 'bff/tsconfig.json', 'shared/src', 'tsconfig.base.json'],
  missing: (output) => absent(output, ['main.js', 'main-demo.js']),
}

export const outputOf = (build: Build): string => path.join(root, build.of, 'dist', build.output)

/**
 * Builds unless the result was made from these very sources.
 * @param onPercent told how far it is, where the tool says so
 * @returns whether it had to be built
 * @throws Error that names the log file with everything the tool said
 */
export async function ensureBuilt(build: Build, onPercent?: (percent: number) => void): Promise<boolean> {
  const output = outputOf(build)
  const stampFile = path.join(root, build.of, 'dist', `.${build.script.replace(':', '-')}-stamp`)
  const hash = hashSources(root, build.sources, JSON.stringify(build.env ?? {}))
  if (isFresh(stampFile, hash) && build.missing(output).length === 0) return false
  fs.rmSync(stampFile, { force: true })
  const { code, output: words } = await runScript(build.script, [], {
    cwd: path.join(root, build.of),
    env: { ...process.env, NODE_ENV: 'production', ...build.env },
    onOutput(text) {
      const percents = [...text.matchAll(/\((\d{1,3})%\)/g)]
      const last = percents.at(-1)?.[1]
      if (last !== undefined) onPercent?.(Number(last))
    },
  })
  const missing = code === 0 ? build.missing(output) : []
  if (code !== 0 || missing.length > 0) throw new Error(explainFailure(build, words, missing))
  fs.writeFileSync(stampFile, hash)
  return true
}

function explainFailure(build: Build, words: string, missing: readonly string[]): string {
  const log = path.join(root, build.of, 'dist', `${build.script.replace(':', '-')}.log`)
  fs.mkdirSync(path.dirname(log), { recursive: true })
  fs.writeFileSync(log, words)
  const what = missing.length > 0 ? `lacks ${missing.join(', ')}` : 'failed'
  return `the build of the ${build.title} ${what}; everything it said is in ${path.relative(process.cwd(), log)}`
}
