import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { progressLine } from '../../scripts/lib/progress'
import { inBenchWorld } from './bench-world'
import { load } from './load'
import { requestsOf, warmUp, workloads } from './orders'

const seconds = 8

interface Frame {
  readonly functionName: string
  readonly url: string
}
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame; readonly children?: readonly number[] }[]
  readonly samples: readonly number[]
  /** Microseconds before each sample. */
  readonly timeDeltas: readonly number[]
}

/**
 * Where the processor's time of a create, a list and a detail goes, on a warm server: every sample belongs to the innermost
 * package or function of ours on its stack. Prints what makes up the first third of each, largest first, in Markdown.
 */
export function benchProfile(): Promise<void> {
  return inBenchWorld(async ({ seed, startXinban }) => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-profile-'))
    const line = progressLine('profiling')
    try {
      const file = path.join(directory, 'profile.json')
      const hook = path.join(import.meta.dirname, 'profile-hook.mjs')
      const server = await startXinban(['--import', hook], { PROFILE_FILE: file })
      const pid = server.process.pid ?? 0
      const lines: string[] = []
      for (const workload of workloads) {
        line.tell(workload)
        const requests = requestsOf(workload, seed)
        await load({ url: server.url, pid, seconds: warmUp, requests })
        process.kill(pid, 'SIGUSR2')
        await load({ url: server.url, pid, seconds, requests })
        process.kill(pid, 'SIGUSR2')
        while (!fs.existsSync(file)) await wait(50)
        const shares = sharesOf(JSON.parse(fs.readFileSync(file, 'utf8')) as Profile)
        fs.rmSync(file)
        lines.push(`| ${workload} | ${firstThird(shares).join(', ')} |`)
      }
      line.end(`${seconds} s each`)
      process.stdout.write(`\n${['| | the first third of its time |', '|---|---|', ...lines].join('\n')}\n`)
    } finally {
      fs.rmSync(directory, { recursive: true, force: true })
    }
  })
}

/** Whose time it is: a package's, one of our functions', or the engine's own. */
function ownerOf({ functionName, url }: Frame): string | null {
  const packages = [...url.matchAll(/node_modules\/(?:\.pnpm\/)?((?:@[^/+]+[+/])?[^/@]+)/g)]
  const last = packages.at(-1)?.[1]
  if (last !== undefined) return last.replace('+', '/')
  if (url.includes('bff/dist/')) return `own ${functionName || 'function'}`
  return null
}

function sharesOf({ nodes, samples, timeDeltas }: Profile): [string, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)))
  const times = new Map<string, number>()
  let total = 0
  for (const [index, id] of samples.entries()) {
    const leaf = byId.get(id)?.callFrame
    if (!leaf || leaf.functionName === '(idle)') continue
    let owner: string | null = leaf.functionName === '(garbage collector)' ? 'garbage collection' : null
    for (let at: number | undefined = id; owner === null && at !== undefined; at = parents.get(at)) {
      const frame = byId.get(at)?.callFrame
      owner = frame ? ownerOf(frame) : null
    }
    const time = timeDeltas[index] ?? 0
    total += time
    times.set(owner ?? 'Node itself', (times.get(owner ?? 'Node itself') ?? 0) + time)
  }
  return [...times].map(([owner, time]): [string, number] => [owner, time / total]).sort((a, b) => b[1] - a[1])
}

function firstThird(shares: readonly [string, number][]): string[] {
  const words: string[] = []
  let sum = 0
  for (const [owner, share] of shares) {
    if (sum >= 1 / 3) break
    sum += share
    words.push(`${owner} ${Math.round(share * 100)} %`)
  }
  return words
}
