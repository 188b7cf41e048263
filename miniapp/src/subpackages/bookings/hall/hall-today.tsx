import type { Hall } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { ToneBadge } from '@/components/status-badge/tone-badge'
import { useAct } from '@/hooks/use-act'
import { useSession } from '@/hooks/use-session'
import { open, toSignIn } from '@/platform/navigation'
import { hallLevel, loadTones, loadWords, todayWords, waitingWords } from '@/words/bookings'
import styles from './index.module.scss'

/** What the hall is, and how it stands there today. */
export function HallToday({ hall }: { hall: Hall }) {
  const session = useSession()
  const draw = useAct('tickets.draw')

  async function drawNow() {
    if (!session) return toSignIn()
    const ticket = await draw.act({ body: { hallId: hall.id } })
    if (ticket) open('ticket', { id: ticket.id })
  }

  return (
    <Box as="section" className={styles.card}>
      <Box className={styles.top}>
        <Box as="h2" className={styles.name}>
          {hall.name}
        </Box>
        <ToneBadge tone={hall.isClosed ? 'closed' : loadTones[hall.today.load]}>
          {hall.isClosed ? '已停用' : loadWords[hall.today.load]}
        </ToneBadge>
      </Box>
      <Box as="p" className={styles.quiet}>
        {hallLevel(hall)} · {hall.org.name}
      </Box>
      <Box as="p" className={styles.line}>
        {todayWords(hall)}
      </Box>
      {hall.today.isOpen && (
        <>
          <Box as="p" className={styles.line}>
            {waitingWords(hall)}
            {hall.today.lastCalled !== null && `，叫到 ${hall.today.lastCalled} 号`}
          </Box>
          <ProblemNote problem={draw.problem} />
          <Box className={styles.buttons}>
            <Button size="small" isBusy={draw.isBusy} onPress={() => void drawNow()}>
              我到大厅了，取个号
            </Button>
          </Box>
        </>
      )}
    </Box>
  )
}
