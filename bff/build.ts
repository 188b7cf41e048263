import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

interface Manifest {
  readonly dependencies: Record<string, string>
}

const here = import.meta.dirname
const { dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8')) as Manifest
/** Installed packages stay outside; the workspace's own come as TypeScript source and have to be bundled. */
const external = Object.entries(dependencies).flatMap(([name, version]) =>
  version.startsWith('workspace:') ? [] : [name],
)

await build({
  entryPoints: ['main', 'main-demo', 'main-jobs'].map((name) => path.join(here, 'src', `${name}.ts`)),
  outdir: path.join(here, 'dist'),
  tsconfig: path.join(here, 'tsconfig.json'),
  bundle: true,
  external,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'info',
})
