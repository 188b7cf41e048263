import { useState } from 'react'
import type { OrderClock } from '@xinban/shared/contracts'
import { clockKindWords, sayTime } from '@xinban/shared/domain'
import { tellOutcome, tellOverdue } from '@/words/clock-words'
import type { Audience } from '@/words/event-story'
import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './order-due.module.scss'

interface OrderClocksProps {
  clocks: readonly OrderClock[]
  audience: Audience
  now: Date
  /** What 昨天 is reckoned from; long ago on paper. */
  reckonedFrom: Date
  isUnfolded?: boolean
}

/** Why each deadline is what it is, who answers for it and how it ended. */
export function OrderClocks({ clocks, audience, now, reckonedFrom, isUnfolded }: OrderClocksProps) {
  const [isOpen, setOpen] = useState(false)
  if (clocks.length === 0) return null
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        时限说明
      </Box>
      {(isOpen || isUnfolded) && (
        <Box as="ul" className={styles.clocks}>
          {clocks.map((clock) => (
            <ClockLine key={clock.id} {...{ clock, audience, now, reckonedFrom }} />
          ))}
        </Box>
      )}
      {!isUnfolded && (
        <Button kind="plain" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen
            ? '收起'
            : audience === 'staff'
              ? `看每个时限怎么算，共 ${clocks.length} 个`
              : '看这个时间怎么算出来的'}
        </Button>
      )}
    </Box>
  )
}

function ClockLine({
  clock,
  audience,
  now,
  reckonedFrom,
}: Pick<OrderClocksProps, 'audience' | 'now' | 'reckonedFrom'> & { clock: OrderClock }) {
  const { kind, holder, dueAt, endedAt, outcome, why } = clock
  const isLate = outcome === 'late' || outcome === 'overruled' || (outcome === 'running' && now > new Date(dueAt))
  const tone = isLate ? styles.over : outcome === 'met' ? styles.met : undefined
  const overdue = audience === 'staff' ? tellOverdue(clock, reckonedFrom) : null
  const until = sayTime(new Date(dueAt), reckonedFrom)
  const end = endedAt === null ? '' : `，${sayTime(new Date(endedAt), reckonedFrom)} 完成`
  return (
    <Box as="li" className={styles.clock}>
      <Box className={styles.clockHead}>
        <Box as="span" className={styles.clockName}>
          {audience === 'staff' ? [clockKindWords[kind], holder?.name].filter(Boolean).join(' · ') : '办好的时间'}
        </Box>
        <Box as="span" className={tone}>
          {isLate && (
            <Box as="span" isHidden>
              ●{' '}
            </Box>
          )}
          {tellOutcome(clock, audience, now)}
        </Box>
      </Box>
      <Box as="p" className={styles.why}>
        {until} 前{outcome === 'void' ? '' : end}
      </Box>
      <Box as="p" className={styles.why}>
        {why}
      </Box>
      {overdue !== null && (
        <Box as="p" className={styles.why}>
          {overdue}
        </Box>
      )}
    </Box>
  )
}
