import { fork, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 120_000
const root = path.join(__dirname, '../..')

/** A demo server of a journey's own, whose clock the journey moves (docs/adr/0012). */
export class OwnServer {
  private readonly tokens = new Map<string, string>()

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts the built server with data of its own. Throws an Error when it does not become ready. */
  static async start(): Promise<OwnServer> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-journey-'))
    const port = await freePort()
    const child = fork(path.join(root, 'bff/dist/main-demo.js'), {
      silent: true,
      env: {
        ...{ PATH: process.env.PATH, PORT: String(port), LOG_LEVEL: 'error' },
        ...{ XINBAN_DATA_DIR: folder, XINBAN_H5_DIR: path.join(root, 'miniapp/dist/h5') },
      },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const server = new OwnServer(`http://127.0.0.1:${port}`, child, folder)
    const end = Date.now() + patienceMs
    while (!(await server.isReady())) {
      if (child.exitCode !== null || Date.now() > end) {
        await server.stop()
        throw new Error(`the server did not become ready:\n${said}`)
      }
      await wait(100)
    }
    return server
  }

  /** Moves the server's clock there, and on from there. */
  async goTo(instant: Date): Promise<void> {
    const message = { setClock: instant.toISOString() }
    await new Promise<void>((resolve, reject) =>
      this.child.send(message, (error) => (error ? reject(error) : resolve())),
    )
    // Sessions may have run out.
    this.tokens.clear()
  }

  /** What the API answers to an account (null: to nobody in particular). Throws an Error with its words on a refusal. */
  async ask<Answer>(account: string | null, address: string, body?: object, method?: string): Promise<Answer> {
    const answer = await this.send(account, address, body, method)
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }

  async send(account: string | null, address: string, body?: object, method?: string): Promise<Response> {
    const headers = {
      'content-type': 'application/json',
      ...(account !== null && { authorization: `Bearer ${await this.tokenOf(account)}` }),
    }
    return fetch(`${this.url}/api/v1${address}`, {
      ...{ method: method ?? (body ? 'POST' : 'GET'), headers },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  private async tokenOf(account: string): Promise<string> {
    const known = this.tokens.get(account)
    if (known !== undefined) return known
    const { token } = await this.ask<{ token: string }>(null, '/sessions', { provider: 'demo', account })
    this.tokens.set(account, token)
    return token
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise((resolve) => this.child.once('exit', resolve))
      this.child.kill('SIGTERM')
      await gone
    }
    fs.rmSync(this.folder, { recursive: true, force: true })
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
    } catch {
      return false
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
