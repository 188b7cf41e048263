import { startProcess, stopProcess } from './processes'

export interface Finished {
  /** null when a signal ended it. */
  readonly code: number | null
  /** What it said on both channels, in order. */
  readonly output: string
}

interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly onOutput?: (text: string) => void
  /** After so many milliseconds it counts as hung and is ended. */
  readonly timeout?: number
}

const minute = 60_000

/** Runs a program to its end. A program that cannot be started, or hangs, has code null and says so in its output. */
export function runCommand(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { cwd, env = process.env, onOutput, timeout = 20 * minute } = options
  return new Promise((resolve) => {
    const child = startProcess(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const take = (chunk: string) => {
      output += chunk
      onOutput?.(chunk)
    }
    child.stdout?.setEncoding('utf8').on('data', take)
    child.stderr?.setEncoding('utf8').on('data', take)
    const timer = setTimeout(() => {
      take(`\n${command} did not end within ${timeout / minute} minutes and was stopped\n`)
      void stopProcess(child)
    }, timeout)
    const finish = (code: number | null) => {
      clearTimeout(timer)
      resolve({ code, output })
    }
    child.once('error', (error) => {
      take(`${command}: ${error.message}\n`)
      finish(null)
    })
    child.once('close', finish)
  })
}

/** Runs a script of a package.json, where its command line is written down once. */
export function runScript(name: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Finished> {
  return runCommand('npm', ['run', '--silent', name, '--', ...args], options)
}
