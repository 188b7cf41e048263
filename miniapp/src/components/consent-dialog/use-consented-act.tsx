import { useRef, useState, type ReactNode } from 'react'
import type { Answer, RouteName } from '@xinban/shared/contracts'
import { useAct } from '@/hooks/use-act'
import type { ApiProblem } from '@/platform/problem'
import type { CallOptions } from '@/platform/request'
import { ConsentDialog } from './consent-dialog'

interface Intended<Name extends RouteName> {
  options: CallOptions<Name>
  onDone: (answer: Answer<Name>) => void
}

interface ConsentedAct<Name extends RouteName> {
  run: (options: CallOptions<Name>, onDone: (answer: Answer<Name>) => void) => void
  isBusy: boolean
  /** Never that an agreement is missing: the dialog asks for it. */
  problem: ApiProblem | undefined
  /** To be shown on the page. */
  dialog: ReactNode
}

/** Something for which the server may want an agreement first: asks for it, then does what was meant. */
export function useConsentedAct<Name extends RouteName>(
  name: Name,
  onProblem?: (problem: ApiProblem) => void,
): ConsentedAct<Name> {
  const intended = useRef<Intended<Name>>(undefined)
  const [isAsking, setAsking] = useState(false)
  const { act, isBusy, problem } = useAct(name, (failed) => {
    if (failed.code === 'consent_needed') setAsking(true)
    else onProblem?.(failed)
  })

  async function send() {
    if (!intended.current) return
    const { options, onDone } = intended.current
    const answer = await act(options)
    if (answer !== undefined) onDone(answer)
  }

  return {
    isBusy,
    problem: problem?.code === 'consent_needed' ? undefined : problem,
    run(options, onDone) {
      intended.current = { options, onDone }
      void send()
    },
    dialog: isAsking && (
      <ConsentDialog
        onAgreed={() => {
          setAsking(false)
          void send()
        }}
        onRefused={() => setAsking(false)}
      />
    ),
  }
}
