import { openPhone, type Reader } from '../e2e/lighthouse/phone'
import { runLighthouse, scoreOf, type Report } from '../e2e/lighthouse/run-lighthouse'
import { pageAddress, tabs, type PageName } from '../src/platform/pages'
import { ensureBuilt, h5Build, serverBuild } from '../../scripts/lib/builds'
import { cleanEnv } from '../../scripts/lib/clean-env'
import { startDemoServer } from '../../scripts/lib/demo-server'
import { progressLine } from '../../scripts/lib/progress'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
/** A run that the browser gave no usable trace of is made again. */
const attempts = 3
const kibibyte = 1024

/** Names of pages, parted by commas; all where it is not set. */
const wanted = process.env.BENCH_PAGES?.split(',')

const readers = {
  visitor: { by: null, isElder: false },
  resident: { by: 'resident', isElder: false },
} satisfies Record<string, Reader>

/** What is opened, and by whom. */
const sights: readonly { name: string; page: PageName; address: string; reader: Reader }[] = [
  ...Object.entries(readers).flatMap(([who, reader]) =>
    tabs.map(({ page, word }) => ({ name: `${word} (${page}), ${who}`, page, address: pageAddress(page), reader })),
  ),
  {
    name: '公示屏 (board), visitor',
    page: 'board',
    address: pageAddress('board', { org: '610303001002' }),
    reader: readers.visitor,
  },
]

/** Of one run. Milliseconds; bytes as they came over the wire; CLS has no unit. */
interface Measured {
  readonly score: number
  readonly fcp: number
  readonly lcp: number
  readonly tbt: number
  readonly cls: number
  readonly bytes: number
  readonly scriptBytes: number
  /** What Lighthouse makes of this machine's processor; 1000 to 2000 is a desktop. */
  readonly machine: number
}

/**
 * Lighthouse's performance of the tab pages and the public board of the built H5 on a demo server: as on a middling telephone on slow 4G,
 * simulated, with empty caches; medians. Prints a table in Markdown.
 */
export async function benchWeb(): Promise<void> {
  for (const build of [serverBuild, h5Build]) await ensureBuilt(build)
  const line = progressLine('lighthouse')
  const server = await startDemoServer(cleanEnv)
  const rows: string[] = []
  const machine: number[] = []
  try {
    for (const { name, address, page, reader } of sights) {
      if (wanted && !wanted.includes(page)) continue
      const measured: Measured[] = []
      for (let round = 1; round <= rounds; round++) {
        line.tell(`${name}, ${round} of ${rounds}`)
        measured.push(await measure(server.url, address, reader))
      }
      machine.push(...measured.map((one) => one.machine))
      rows.push(row(name, measured))
    }
  } finally {
    await server.stop()
  }
  line.end(`${rounds} rounds of ${rows.length} pages, the machine at ${median(machine)}`)
  process.stdout.write(`\n${[...header, ...rows].join('\n')}\n`)
}

/** In a browser of its own: nothing of an earlier page is warm. */
async function measure(url: string, address: string, reader: Reader): Promise<Measured> {
  const phone = await openPhone(url, reader)
  try {
    return readMeasured(await tryLighthouse(() => runLighthouse(phone, url + address, 'performance')))
  } finally {
    await phone.close()
  }
}

async function tryLighthouse(run: () => Promise<Report>): Promise<Report> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}

interface Request {
  readonly resourceType: string
  readonly transferSize: number
}

function readMeasured(report: Report): Measured {
  const value = (audit: string) => report.audits[audit]?.numericValue ?? NaN
  const requests = (report.audits['network-requests']?.details?.items ?? []) as Request[]
  const sizeOf = (some: Request[]) => some.reduce((sum, { transferSize }) => sum + transferSize, 0)
  return {
    score: scoreOf(report, 'performance'),
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    bytes: sizeOf(requests),
    scriptBytes: sizeOf(requests.filter(({ resourceType }) => resourceType === 'Script')),
    machine: report.environment.benchmarkIndex,
  }
}

const header = [
  '| page | performance | FCP, s | LCP, s | TBT, ms | CLS | transferred, KB | of it JavaScript, KB |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
]

function row(name: string, measured: readonly Measured[]): string {
  const of = (key: keyof Measured) => median(measured.map((one) => one[key]))
  const cells = [
    name,
    of('score'),
    (of('fcp') / 1000).toFixed(1),
    (of('lcp') / 1000).toFixed(1),
    Math.round(of('tbt')),
    of('cls').toFixed(3),
    Math.round(of('bytes') / kibibyte),
    Math.round(of('scriptBytes') / kibibyte),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The middle one; of an even number the upper of the two. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
