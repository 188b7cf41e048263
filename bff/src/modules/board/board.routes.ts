import { toCsv, type OpenDataSet } from '@xinban/shared/domain'
import type { Services } from '../../context'
import type { Bind } from '../../http/bind'
import type { SharedAnswer } from '../../http/send-answer'
import { BoardHub } from './board-hub'
import { computeBoard, findBoardOrg } from './board.presenter'
import { newestFact } from './board.queries'
import { computeOpenData } from './open-data.presenter'
import { SharedAnswers, type Computed } from './shared-answers'

interface Options {
  readonly clock: () => Date
  readonly onError: (error: unknown) => void
}

const hubs = new WeakMap<Services, BoardHub>()

/** Ends the live boards of a server that is about to stop: their connections would keep it. */
export const closeBoards = (services: Services): void => hubs.get(services)?.close()

export function boardRoutes(bind: Bind, services: Services, { clock, onError }: Options): void {
  const newest = () => newestFact(services.db.reader)
  const boards = new SharedAnswers({ newestFact: newest, maxAgeSeconds: 2 })
  const sets = new SharedAnswers({ newestFact: newest, maxAgeSeconds: 60 })
  const boardOf = (orgCode: string, year: number | undefined, now: Date) =>
    boards.get(`${orgCode} ${year ?? ''}`, async (): Promise<Computed> => {
      const { asOf, ...board } = await computeBoard(services, { orgCode, year, now })
      return { body: JSON.stringify({ ...board, asOf }), content: JSON.stringify(board), type: 'application/json' }
    })
  const hub = new BoardHub({ answerFor: (orgCode) => boardOf(orgCode, undefined, clock()), onError })
  hubs.set(services, hub)

  bind.shared('board.show', ({ params, query, now }) => boardOf(params.orgCode, query.year, now))
  bind.stream('board.stream', async ({ params }, client) => {
    await findBoardOrg(services.db.reader, params.orgCode)
    return hub.open(params.orgCode, client)
  })

  const dataOf = (format: 'csv' | 'json', set: OpenDataSet, query: Asked, now: Date): Promise<SharedAnswer> =>
    sets.get(`${format} ${set} ${query.org ?? ''} ${query.year ?? ''}`, async (): Promise<Computed> => {
      const data = await computeOpenData(services, { set, org: query.org, year: query.year, now })
      const { asOf: _, ...content } = data
      const isCsv = format === 'csv'
      return {
        body: isCsv ? toCsv(set, data.rows, data.mark) : JSON.stringify(data),
        content: JSON.stringify(content),
        ...(isCsv ? { type: 'text/csv; charset=utf-8', fileName: `${set}.csv` } : { type: 'application/json' }),
      }
    })
  bind.shared('open-data.csv', ({ params, query, now }) => dataOf('csv', params.set, query, now))
  bind.shared('open-data.json', ({ params, query, now }) => dataOf('json', params.set, query, now))
}

interface Asked {
  readonly org?: string | undefined
  readonly year?: number | undefined
}
