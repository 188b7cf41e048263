import fs from 'node:fs'
import { runCommand } from './run-command'

interface Need {
  readonly what: string
  /** Debian's packages that bring it. */
  readonly packages: readonly string[]
  readonly isThere: () => Promise<boolean>
}

const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin']
const hasProgram = (name: string): boolean => places.some((place) => fs.existsSync(`${place}/${name}`))

const needs: readonly Need[] = [
  {
    what: 'MariaDB (mariadbd, mariadb-install-db)',
    packages: ['mariadb-server'],
    isThere: () => Promise.resolve(hasProgram('mariadbd') && hasProgram('mariadb-install-db')),
  },
  {
    what: 'Chromium (/usr/bin/chromium)',
    packages: ['chromium'],
    isThere: () => Promise.resolve(fs.existsSync('/usr/bin/chromium')),
  },
  {
    what: 'a Chinese font',
    packages: ['fontconfig', 'fonts-noto-cjk'],
    async isThere() {
      const { code, output } = await runCommand('fc-list', [':lang=zh', 'family'])
      return code === 0 && output.trim() !== ''
    },
  },
]

/** RUNLEVEL keeps the package from starting a database server of the machine's, which nobody here asked for. */
const aptEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }

/**
 * Sees to the programs that the tests need and no package registry of Node has.
 * @returns what it installed, if anything
 * @throws Error that says what to run, where this may not or cannot install
 */
export async function provideSystemNeeds(): Promise<string> {
  const missing = await whatIsMissing()
  if (missing.length === 0) return ''
  const packages = missing.flatMap((need) => need.packages)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  const command = `apt-get update && apt-get ${install.join(' ')}`
  const wanted = `the tests need ${missing.map((need) => need.what).join(', ')}`
  const isDebian = hasProgram('apt-get')
  if (!isDebian) throw new Error(`${wanted}; install what your system offers (on Debian and Ubuntu: ${command})`)
  if (process.getuid?.() !== 0) throw new Error(`${wanted}; run as root: ${command}`)
  for (const args of [['update'], install]) {
    const { code, output } = await runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env: aptEnv })
    if (code !== 0) throw new Error(`${wanted}, and installing failed (${command}):\n${output}`)
  }
  const still = await whatIsMissing()
  if (still.length > 0) throw new Error(`${command} did not bring ${still.map((need) => need.what).join(', ')}`)
  return `installed ${packages.join(', ')}`
}

async function whatIsMissing(): Promise<Need[]> {
  const missing: Need[] = []
  for (const need of needs) if (!(await need.isThere())) missing.push(need)
  return missing
}
