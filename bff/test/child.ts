import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

const bffDir = path.resolve(__dirname, '..')

export interface Child {
  /** Sends a line and waits for the next line that comes back. */
  ask(line: string): Promise<string>
  /** Sends the last line and waits for the end. Throws what the child complained of. */
  end(): Promise<void>
  /** Ends it by SIGKILL, so that it can tidy nothing. */
  kill(): Promise<void>
  /** Asks it to stop, as an operator does. @returns its exit code */
  terminate(): Promise<number | null>
}

/** Runs a TypeScript file of `bff/test` in a process of its own and waits for its first line. */
export async function startChild(script: string, env: NodeJS.ProcessEnv): Promise<Child> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('test', script)], {
    cwd: bffDir,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  })
  const complaints: string[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const exit = once(child, 'exit')
  const nextLine = async () => {
    const next = await lines.next()
    if (next.done === true) throw new Error(`the child process ended: ${complaints.join('')}`)
    return next.value
  }
  await nextLine()
  return {
    ask(line) {
      child.stdin.write(`${line}\n`)
      return nextLine()
    },
    async end() {
      child.stdin.end('end\n')
      const [code] = (await exit) as [number | null]
      if (code !== 0) throw new Error(`the child process ended with ${code}: ${complaints.join('')}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
    async terminate() {
      child.kill('SIGTERM')
      const [code] = (await exit) as [number | null]
      return code
    },
  }
}
