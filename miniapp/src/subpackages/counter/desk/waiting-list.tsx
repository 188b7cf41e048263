import type { Ticket } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Empty, ProblemNote } from '@/components/states/states'
import { ticketStateWords } from '@/words/bookings'
import { tellTicket } from './ticket-words'
import { useTicketAct } from './use-ticket-act'
import styles from './index.module.scss'

interface WaitingListProps {
  tickets: readonly Ticket[]
  window: number
  onChanged: () => void
}

const offered = ['call', 'resume'] as const
const offeredWords = { call: '叫号', resume: '再排上' } as const

/** Everyone with an open number, in the order in which they are called. */
export function WaitingList({ tickets, window, onChanged }: WaitingListProps) {
  const { run, isBusy, problem } = useTicketAct(window, onChanged)
  return (
    <Box as="section" className={styles.card} label="排队的号">
      <Box as="h2" className={styles.heading}>
        排队的号
      </Box>
      <ProblemNote problem={problem} />
      {tickets.length === 0 && <Empty title="没有人在排队" detail="签到的、现场取号的，会按次序排在这里" />}
      <Box as="ul" className={styles.list}>
        {tickets.map((ticket) => (
          <Box as="li" key={ticket.id} className={styles.row}>
            <Box as="span" className={styles.label}>
              {ticket.label}
            </Box>
            <Box className={styles.words}>
              <Box as="p" className={styles.line}>
                {tellTicket(ticket)}
              </Box>
              <Box as="p" className={styles.quiet}>
                {ticketStateWords[ticket.state]}
                {ticket.window !== null && ` · ${ticket.window} 号窗口`}
              </Box>
            </Box>
            {offered
              .filter((action) => ticket.allowedActions.includes(action))
              .map((action) => (
                <Button
                  key={action}
                  size="small"
                  label={`${offeredWords[action]}：${ticket.label} 号`}
                  isDisabled={isBusy}
                  onPress={() => void run(ticket, action)}
                >
                  {offeredWords[action]}
                </Button>
              ))}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
