import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from './ports'
import { startProcess, stopProcess } from './processes'
import { runCommand } from './run-command'
import { makeTemporaryDirectory } from './temporary'

export interface PrivateMariadb {
  /** Without a database name: whoever uses it makes its own. */
  readonly url: string
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>
}

/** Milliseconds a new server gets to answer; it takes half a second on an idle machine. */
const patience = 60_000
/** Debian keeps servers out of the PATH of ordinary users. */
const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` }

/** The server refuses to run as root; the package made it a user of its own. */
function asServerUser(command: string, args: readonly string[]): [string, string[]] {
  const isRoot = process.getuid?.() === 0
  return isRoot ? ['runuser', ['-u', 'mysql', '--', command, ...args]] : [command, [...args]]
}

/**
 * Starts a MariaDB of one's own on a free port, in a temporary directory, with durability off.
 * Throws an Error with the server's own words when it does not come up.
 */
export async function startMariadb(): Promise<PrivateMariadb> {
  const temporary = makeTemporaryDirectory('mariadb')
  const directory = temporary.path
  if (process.getuid?.() === 0) await mustRun('chown', ['mysql:', directory])
  const data = path.join(directory, 'data')
  await mustRun(
    ...asServerUser('mariadb-install-db', [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]),
  )
  const port = await findFreePort()
  const log = path.join(directory, 'error.log')
  const server = startProcess(...asServerUser('mariadbd', serverOptions(directory, data, log, port)), {
    stdio: 'ignore',
    env,
  })
  const stop = async () => {
    await stopProcess(server, 'SIGKILL')
    temporary.remove()
  }
  const deadline = Date.now() + patience
  while (!(await greets(port))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      const words = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : ''
      await stop()
      throw new Error(`MariaDB did not start:\n${words}`)
    }
    await wait(50)
  }
  return { url: `mysql://root@127.0.0.1:${port}`, stop }
}

function serverOptions(directory: string, data: string, log: string, port: number): string[] {
  return [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${path.join(directory, 'server.sock')}`,
    `--pid-file=${path.join(directory, 'server.pid')}`,
    `--log-error=${log}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--skip-name-resolve',
    '--max-connections=500',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=256M',
  ]
}

async function mustRun(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runCommand(command, args, { env })
  if (code !== 0) throw new Error(`${command} failed:\n${output}`)
}

/** A MySQL server speaks first; one that only listens is not ready. */
async function greets(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'data', { signal: AbortSignal.timeout(2_000) })
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
