// The only plain JavaScript here: it runs before anything is installed. `node scripts/bootstrap.mjs start|test [args]`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const tasks = ['start', 'test']
const packages = ['shared', 'bff', 'miniapp']
/** Whatever changes what has to be installed. */
const manifests = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...packages.map((name) => `${name}/package.json`),
]
const stampFile = path.join(root, 'node_modules', '.xinban-installed')
const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|META_FETCH_FAIL|network request to .* failed/

/**
 * @param {string} name
 * @returns {string} the text of a file of the project
 */
const read = (name) => readFileSync(path.join(root, name), 'utf8')

/**
 * Ends with words for a person, without a stack.
 * @param {string[]} lines
 * @returns {never}
 */
function giveUp(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n`)
  process.exit(1)
}

/** @param {string} range such as `>=20.19` */
function checkNode(range) {
  const [major = 0, minor = 0] = range.replace(/^>=/, '').split('.').map(Number)
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  giveUp(`Xinban needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}.`)
}

/** @returns {string} a hash of the manifests and of the platform whose prebuilt parts are installed */
function wantedStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const name of manifests) hash.update(read(name))
  return hash.digest('hex')
}

/**
 * @param {string} stamp
 * @returns {boolean} whether the last install was for exactly this state
 */
function isInstalled(stamp) {
  const hasAll = packages.every((name) => existsSync(path.join(root, name, 'node_modules')))
  return hasAll && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/**
 * @param {string} pnpm such as `pnpm@10.0.0`, fetched by npx where it is not there yet
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function install(pnpm) {
  const command = ['--yes', pnpm, 'install', '--frozen-lockfile', '--prod=false', '--reporter=append-only']
  // Without the last one, pnpm asks before it replaces a node_modules that something else made.
  const npx = spawn('npx', [...command, '--config.confirm-modules-purge=false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm waits a minute and more in silence before it says that a registry is out of reach.
    env: { ...process.env, npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_maxtimeout: '10000' },
  })
  let output = ''
  /** @param {NodeJS.WriteStream} stream */
  const passOn = (stream) => (/** @type {Buffer} */ chunk) => {
    output += chunk.toString()
    stream.write(chunk)
  }
  npx.stdout.on('data', passOn(process.stdout))
  npx.stderr.on('data', passOn(process.stderr))
  return new Promise((resolve) => {
    npx.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    npx.on('close', (code) => resolve({ code, output }))
  })
}

/** @param {string} pnpm */
async function installOrGiveUp(pnpm) {
  const { code, output } = await install(pnpm)
  if (code === 0) return
  if (!unreachable.test(output)) giveUp('Installing the packages failed; the reason is above.')
  giveUp(
    'The npm registry cannot be reached, so the packages cannot be installed.',
    'Check the connection and, where there are any, the proxy and registry settings of npm',
    '(`npm config get registry`, `npm config get proxy`), then run this again: it goes on where it stopped.',
  )
}

async function main() {
  const [task = ''] = process.argv.slice(2)
  if (!tasks.includes(task)) giveUp(`usage: node scripts/bootstrap.mjs ${tasks.join('|')}`)
  const { engines, packageManager } = JSON.parse(read('package.json'))
  checkNode(engines.node)
  // The server's own environment check says the same, but runs only once the packages are there.
  if (task === 'start' && process.env.NODE_ENV === 'production') {
    giveUp('demo mode does not start with NODE_ENV=production')
  }
  process.chdir(root)
  const label = task === 'start' ? '1/4 ' : ''
  const stamp = wantedStamp()
  if (isInstalled(stamp)) {
    process.stdout.write(`${label}packages: installed\n`)
  } else {
    process.stdout.write(`${label}installing packages …\n`)
    await installOrGiveUp(packageManager)
    writeFileSync(stampFile, stamp)
  }
  // In this very process, so that signals, arguments and the exit code need no passing on.
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: path.join(root, 'bff', 'tsconfig.json') })
  await import(`./${task}.ts`)
}

main().catch((error) => giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error)))
