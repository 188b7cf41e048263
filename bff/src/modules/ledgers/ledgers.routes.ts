import type { LedgerFormat } from '@xinban/shared/domain'
import { tooManyRequests } from '../../errors'
import type { Bind, Request } from '../../http/bind'
import type { BytesAnswer } from '../../http/send-answer'
import { askExport, presentLink } from './ask-export'
import { downloadLedger } from './download-ledger'
import { presentLedgerExports } from './ledger-exports.presenter'
import { presentLedger } from './ledgers.presenter'

/** Downloads that run at the same time: of one person, and of everyone. */
const most = { ofPerson: 2, ofAll: 6 }

export function ledgerRoutes(bind: Bind): void {
  const running: string[] = []
  const download = async (
    format: LedgerFormat,
    { ctx, params, query }: Request<'ledgers.xlsx'> | Request<'ledgers.csv'>,
  ): Promise<BytesAnswer> => {
    const { personId, ...answer } = await downloadLedger(ctx, format, params, query)
    const own = running.filter((other) => other === personId).length
    if (own >= most.ofPerson || running.length >= most.ofAll) {
      answer.stream.destroy()
      throw tooManyRequests(10)
    }
    running.push(personId)
    answer.stream.once('close', () => running.splice(running.indexOf(personId), 1))
    return answer
  }
  // Before the list, whose path fits them too.
  bind.bytes('ledgers.xlsx', (request) => download('xlsx', request))
  bind.bytes('ledgers.csv', (request) => download('csv', request))
  bind.endpoint('ledgers.list', ({ ctx, params, query }) => presentLedger(ctx, params, query))
  bind.command('ledgers.link', ({ ctx, params, body }) => askExport(ctx, params, body), presentLink)
  bind.endpoint('ledger-exports.list', ({ ctx, query }) => presentLedgerExports(ctx, query))
}
