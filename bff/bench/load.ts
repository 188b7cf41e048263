import { readFileSync } from 'node:fs'
import autocannon, { type Request } from 'autocannon'

export interface Measured {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Processor time of the server, microseconds a request. */
  readonly cpu: number
}

interface Load {
  readonly url: string
  readonly pid: number
  readonly seconds: number
  readonly requests: Request[]
  /** 32 when not given; 1 sends one request after the other. */
  readonly connections?: number
}

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const ticks = 100

/** Loads a server. Throws when any answer is not a success: a fast refusal is no result. */
export async function load({ url, pid, seconds, requests, connections = 32 }: Load): Promise<Measured> {
  const before = cpuOf(pid)
  const result = await autocannon({ url, connections, duration: seconds, requests })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed`)
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: ((cpuOf(pid) - before) / result.requests.total) * 1e6,
  }
}

/** Seconds of processor time a process has used, its threads included. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
