import type { WaitEntry } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useConsentedAct } from '@/components/consent-dialog/use-consented-act'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useCountdown } from '@/hooks/use-countdown'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { timeOfBooking } from '@/words/bookings'
import styles from './index.module.scss'

interface WaitCardProps {
  entry: WaitEntry
  now: Date
  onChanged: () => void
}

/** What one waits for; an offer is confirmed, or let go, within its time. */
export function WaitCard({ entry, now, onChanged }: WaitCardProps) {
  const { hall, item, start, offer, before } = entry
  const { words: left, isOver } = useCountdown(offer?.expiresAt ?? null)
  const accept = useConsentedAct('bookings.create', onChanged)
  const withdraw = useAct('waitlist.withdraw', onChanged)
  const isOffered = offer !== null && !isOver

  function take() {
    if (!offer) return
    const body = { hallId: hall.id, itemId: item.id, start, holdId: offer.holdId }
    accept.run({ body }, ({ id }) => {
      onChanged()
      open('booking', { id, new: '1' })
    })
  }

  async function leave() {
    if (!(await withdraw.act({ params: { id: entry.id } }))) return
    say('已退出候补')
    onChanged()
  }

  return (
    <Box as="li" className={[styles.card, styles.wait].join(' ')}>
      <Box as="h2" className={styles.time}>
        {timeOfBooking(entry, now)}
      </Box>
      <Box as="p" className={styles.line}>
        {hall.name} · {item.name}
      </Box>
      {isOffered && (
        <Box as="p" className={styles.offer}>
          有空位了，为你留着，还剩 {left}
        </Box>
      )}
      {offer !== null && isOver && (
        <Box as="p" className={styles.quiet}>
          没有及时确认，位置让给了后面的人。还需要，可以再候补。
        </Box>
      )}
      {offer === null && (
        <Box as="p" className={styles.quiet}>
          {before === null ? '在候补' : before === 0 ? '有空位，先轮到你' : `你前面还有 ${before} 人候补`}
        </Box>
      )}
      <ProblemNote problem={accept.problem ?? withdraw.problem} />
      <Box className={styles.buttons}>
        {isOffered && entry.allowedActions.includes('accept') && (
          <Button kind="primary" size="small" isBusy={accept.isBusy} onPress={take}>
            确认预约
          </Button>
        )}
        {entry.allowedActions.includes('withdraw') && (
          <Button size="small" isBusy={withdraw.isBusy} onPress={() => void leave()}>
            {isOffered ? '不要了，让给别人' : '退出候补'}
          </Button>
        )}
      </Box>
      {accept.dialog}
    </Box>
  )
}
