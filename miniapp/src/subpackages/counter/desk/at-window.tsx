import { useState } from 'react'
import type { Ticket } from '@xinban/shared/contracts'
import type { TicketAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { usePageKeys } from '@/platform/page-keys'
import { useIsWide } from '@/platform/wide'
import { ticketStateWords } from '@/words/bookings'
import { tellTicket, ticketActionWords } from './ticket-words'
import { useTicketAct } from './use-ticket-act'
import styles from './index.module.scss'

interface AtWindowProps {
  hallId: string
  window: number
  tickets: readonly Ticket[]
  onChanged: () => void
}

/** In the order in which they are offered; the first is the one action of the moment. */
const offered: readonly TicketAction[] = ['serve', 'finish', 'recall', 'park', 'miss']
const keyOf: Partial<Record<TicketAction, string>> = { serve: 's', finish: 'f', recall: 'r', park: 'p' }

/** Whoever is at this window, or nobody: then the next one is called. */
export function AtWindow({ hallId, window, tickets, onChanged }: AtWindowProps) {
  const isWide = useIsWide()
  const [isAsking, setAsking] = useState(false)
  const next = useAct('halls.call-next', onChanged)
  const ticket = useTicketAct(window, onChanged)
  const current = tickets.find((one) => one.window === window && (one.state === 'called' || one.state === 'serving'))
  const waiting = tickets.filter(({ state }) => state === 'waiting').length
  const actions = current ? offered.filter((action) => current.allowedActions.includes(action)) : []
  const isBusy = next.isBusy || ticket.isBusy

  async function callNext() {
    if (await next.act({ params: { id: hallId }, body: { window } })) onChanged()
  }
  function run(action: TicketAction) {
    if (!current || isBusy) return
    if (action === 'miss') setAsking(true)
    else void ticket.run(current, action)
  }

  usePageKeys('counter', {
    ...(!current && !isBusy && { n: () => void callNext() }),
    ...Object.fromEntries(actions.flatMap((action) => (keyOf[action] ? [[keyOf[action], () => run(action)]] : []))),
  })
  const hint = (key: string | undefined) => (isWide && key !== undefined ? `（${key.toUpperCase()}）` : '')

  return (
    <Box as="section" className={styles.card} label={`${window} 号窗口`}>
      <Box as="h2" className={styles.heading}>
        {window} 号窗口
      </Box>
      <ProblemNote problem={next.problem?.status === 404 ? undefined : (next.problem ?? ticket.problem)} />
      {!current && (
        <>
          <Box as="p" className={styles.quiet} role="status">
            {waiting === 0 ? '现在没有人在等' : `${waiting} 人在等`}
          </Box>
          <Button kind="primary" isBusy={next.isBusy} isDisabled={waiting === 0} onPress={() => void callNext()}>
            叫下一位{hint('n')}
          </Button>
        </>
      )}
      {current && (
        <>
          <Box as="p" className={styles.number}>
            {current.label}
          </Box>
          <Box as="p" className={styles.state} role="status">
            {current.label} 号{ticketStateWords[current.state]}
            {current.state === 'called' && current.calls > 1 && `，叫了 ${current.calls} 遍`}
          </Box>
          <Box as="p" className={styles.quiet}>
            {tellTicket(current)}
          </Box>
          <Box className={styles.actions}>
            {actions.map((action, index) => (
              <Button
                key={action}
                kind={index === 0 ? 'primary' : action === 'miss' ? 'plain' : 'secondary'}
                isDisabled={isBusy}
                onPress={() => run(action)}
              >
                {ticketActionWords[action]}
                {hint(keyOf[action])}
              </Button>
            ))}
          </Box>
        </>
      )}
      {isAsking && current && (
        <Dialog
          title={`${current.label} 号作废吗？`}
          confirmWord="作废"
          isDanger
          isBusy={ticket.isBusy}
          onConfirm={() => void ticket.run(current, 'miss').then(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          <Box as="p">人走了、不办了，才作废。还会回来的，请用“过号”。</Box>
        </Dialog>
      )}
    </Box>
  )
}
