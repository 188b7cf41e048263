import { useState } from 'react'
import type { RatingFlag } from '@xinban/shared/contracts'
import { ratingPatternWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { say } from '@/platform/messages'
import { LookForm } from './look-form'
import styles from '../record-cards.module.scss'

interface FlagCardProps {
  flag: RatingFlag
  now: Date
  onLooked: (flag: RatingFlag) => void
}

export function FlagCard({ flag, now, onLooked }: FlagCardProps) {
  const [isWriting, setWriting] = useState(false)
  const { pattern, at, community, stars, order, others, look, allowedActions } = flag
  const facts = [sayTime(new Date(at), now), community?.name, stars === null ? undefined : `${stars} 星`]

  function done(looked: RatingFlag) {
    setWriting(false)
    say('已记下')
    onLooked(looked)
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.what}>
        {ratingPatternWords[pattern]}
      </Box>
      <Box as="p" className={styles.detail}>
        {facts.filter(Boolean).join(' · ')}
      </Box>
      <Box className={styles.actions}>
        {[order, ...others].map(({ id, no }) => (
          <Link key={id} to="order" query={{ id, as: 'staff' }} className={styles.order}>
            单号 {no}
          </Link>
        ))}
      </Box>
      {look && (
        <Box as="p" className={styles.detail}>
          {look.by ?? '工作人员'}看过（{sayTime(new Date(look.at), now)}）：{look.note}
        </Box>
      )}
      {allowedActions.includes('look-at') && !isWriting && (
        <Box className={styles.actions}>
          <Button size="small" label={`看过了，记一笔（单号 ${order.no}）`} onPress={() => setWriting(true)}>
            看过了，记一笔
          </Button>
        </Box>
      )}
      {isWriting && <LookForm flagId={flag.id} onDone={done} />}
    </Box>
  )
}
