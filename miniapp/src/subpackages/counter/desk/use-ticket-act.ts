import type { Ticket } from '@xinban/shared/contracts'
import type { TicketAction } from '@xinban/shared/domain'
import { useAct } from '@/hooks/use-act'
import type { ApiProblem } from '@/platform/problem'

interface TicketAct {
  run: (ticket: Ticket, action: TicketAction) => Promise<void>
  isBusy: boolean
  problem: ApiProblem | undefined
}

/** What a counter does with a number. A booking's number is moved by the same endpoints. */
export function useTicketAct(window: number, onChanged: () => void): TicketAct {
  const acts = {
    call: useAct('tickets.call', onChanged),
    recall: useAct('tickets.recall', onChanged),
    serve: useAct('tickets.serve', onChanged),
    park: useAct('tickets.park', onChanged),
    resume: useAct('tickets.resume', onChanged),
    finish: useAct('tickets.finish', onChanged),
    miss: useAct('tickets.miss', onChanged),
  }

  async function run({ id, version }: Ticket, action: TicketAction) {
    const target = { params: { id }, version }
    const done =
      action === 'call'
        ? await acts.call.act({ ...target, body: { window } })
        : await acts[action].act({ ...target, body: {} })
    if (done) onChanged()
  }

  const all = Object.values(acts)
  return {
    run,
    isBusy: all.some(({ isBusy }) => isBusy),
    problem: all.find(({ problem }) => problem)?.problem,
  }
}
