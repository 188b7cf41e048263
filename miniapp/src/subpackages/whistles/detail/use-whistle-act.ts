import type { RouteName, Sent, Whistle } from '@xinban/shared/contracts'
import { useAct, type Act } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import type { CallOptions } from '@/platform/request'

export type WhistleRoute = Extract<RouteName, `whistles.${string}`> & Exclude<RouteName, WhistleRead>
type WhistleRead = 'whistles.list' | 'whistles.blow' | 'whistles.show'

/** What decides for all goes by the version that was seen; what a department does of its own does not wait for that. */
const decisive: readonly RouteName[] = ['whistles.close', 'whistles.send-back', 'whistles.withdraw', 'whistles.finish']

interface WhistleAct<Name extends WhistleRoute> extends Pick<Act<Name>, 'isBusy' | 'problem'> {
  /** @returns whether it was done */
  send: (body: Sent<Name, 'body'>) => Promise<boolean>
}

/** What every form of an action is given. */
export interface FormProps {
  whistle: Whistle
  onDone: () => void
  /** Somebody was faster: asks for the whistle again, and what was typed stays. */
  onStale: () => void
}

/** An action on a whistle. @param done what is said when it was */
export function useWhistleAct<Name extends WhistleRoute>(
  name: Name,
  { whistle: { id, version }, onDone, onStale }: FormProps,
  done: string,
  onProblem?: (problem: ApiProblem) => void,
): WhistleAct<Name> {
  const { act, isBusy, problem } = useAct(name, (failed) => {
    onProblem?.(failed)
    if (failed.status === 409 || failed.status === 412) onStale()
  })
  async function send(body: Sent<Name, 'body'>): Promise<boolean> {
    const options: object = { params: { id }, body, ...(decisive.includes(name) && { version }) }
    // Every action takes an id and its body; TypeScript cannot see that through the route's name.
    const answer = await act(options as CallOptions<Name>)
    if (answer === undefined) return false
    say(done)
    onDone()
    return true
  }
  return { send, isBusy, problem }
}
