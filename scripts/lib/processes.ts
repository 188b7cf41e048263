import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'

/** Milliseconds a process gets to end by itself before it is killed. */
const patience = 10_000
const running = new Set<ChildProcess>()

/**
 * Starts a program in a process group of its own: whatever it starts is stopped with it, and a Ctrl-C in the terminal
 * reaches it once, through `stopAllProcesses`, and not also from the terminal and from npm.
 */
export function startProcess(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true })
  running.add(child)
  child.once('error', () => running.delete(child))
  child.once('close', () => running.delete(child))
  return child
}

/** Ends the program and all it started, and waits until it is gone. */
export async function stopProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (!running.has(child)) return
  const gone = new Promise((resolve) => child.once('close', resolve))
  signalGroup(child, signal)
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience)
  await gone
  clearTimeout(timer)
}

export async function stopAllProcesses(signal?: NodeJS.Signals): Promise<void> {
  await Promise.all([...running].map((child) => stopProcess(child, signal)))
}

/**
 * Runs `stop` once, on Ctrl-C, on a polite kill, or when the npm that started this is gone. Once, because npm passes on
 * a Ctrl-C that the terminal has sent already.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const stopOnce = () => {
    if (isStopping) return
    isStopping = true
    stop().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnce)
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stopOnce(), 250).unref()
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group ended in the meantime.
  }
}

// However this process ends, nothing that it started goes on.
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})
