import { cleanEnv } from '../../scripts/lib/clean-env'
import { ensureBuilt, h5Build, serverBuild } from '../../scripts/lib/builds'
import { startDemoServer } from '../../scripts/lib/demo-server'
import { progressLine } from '../../scripts/lib/progress'
import { launch, surroundings } from '../e2e/pages/browser'

const [rounds, updatesARound] = [100, 100]
/** Rounds before anything counts: what is compiled and kept once is no growth. */
const warmUp = 20

/** Stands in for the browser's streams, such that the page can be fed faster than a server would. */
const fakeStreams = `
  Math.random = () => 0
  window.EventSource = class {
    constructor() { this.listeners = {}; window.boardStream = this }
    addEventListener(type, listener) { this.listeners[type] = listener }
    close() { if (window.boardStream === this) window.boardStream = null }
  }
  window.feedBoard = async (board, updates) => {
    while (!window.boardStream) await new Promise((wake) => setTimeout(wake, 20))
    const stream = window.boardStream
    for (let update = 1; update <= updates; update++) {
      board.pledges[update % 10].progress = update % 100
      board.asOf = '2027-01-01T00:' + String(update % 60).padStart(2, '0') + ':00+08:00'
      stream.listeners.board({ data: JSON.stringify(board) })
      await new Promise((wake) => setTimeout(wake, 0))
    }
    stream.onerror()
  }
`

/** The board page in Chromium through 10,000 updates and 100 reconnects: how much its heap has grown. Prints a table. */
export async function benchBoardHeap(): Promise<void> {
  await ensureBuilt(serverBuild)
  await ensureBuilt(h5Build)
  const server = await startDemoServer(cleanEnv)
  const browser = await launch()
  try {
    const page = await browser.newPage({ ...surroundings, viewport: { width: 1920, height: 1080 } })
    await page.addInitScript(fakeStreams)
    await page.goto(`${server.url}/board?org=610303001002`)
    await page.getByText('本月点单').waitFor()
    const board = await (await fetch(`${server.url}/api/v1/board/610303001002`)).text()
    const session = await page.context().newCDPSession(page)
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize / 1024 / 1024
    }
    const line = progressLine('board')
    const run = async (count: number) => {
      for (let round = 1; round <= count; round++) {
        await page.evaluate(`window.feedBoard(${board}, ${updatesARound})`)
        line.tell(`${round} of ${count} reconnects`)
      }
    }
    await run(warmUp)
    const before = await heap()
    await run(rounds)
    const after = await heap()
    line.end(`${rounds * updatesARound} updates`)
    const grown = ((after / before - 1) * 100).toFixed(1)
    process.stdout.write(
      [
        '\n| heap of the page after a collection, MB | |\n|---|---|',
        `| before | ${before.toFixed(2)} |`,
        `| after ${rounds * updatesARound} updates and ${rounds} reconnects | ${after.toFixed(2)} (${grown} %) |\n`,
      ].join('\n'),
    )
  } finally {
    await browser.close()
    await server.stop()
  }
}
