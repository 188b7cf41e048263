import type { Order } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import type { Audience } from '@/words/event-story'
import { reviewStepsOf, stateWords, tellBy, type ReviewStep, type ReviewStepState } from '@/words/review-steps'
import { Box } from '../box/box'
import { DueMark } from '../order-due/due-mark'
import styles from './bad-review.module.scss'

const signs: Record<ReviewStepState, string> = { done: '✓', next: '▲', later: '○', dropped: '–' }

interface BadReviewCardProps {
  order: Order
  audience: Audience
  now: Date
  reckonedFrom: Date
}

/** What follows a bad rating: who does what by when, and what was done. Nothing where the rating was none. */
export function BadReviewCard({ order, audience, now, reckonedFrom }: BadReviewCardProps) {
  const steps = reviewStepsOf(order, audience)
  if (steps.length === 0) return null
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        {audience === 'staff' ? '差评处理' : '不满意以后，接着这样办'}
      </Box>
      <Box as="ol" className={styles.steps}>
        {steps.map((step) => (
          <StepLine key={step.key} {...{ step, audience, now, reckonedFrom }} />
        ))}
      </Box>
    </Box>
  )
}

function StepLine({ step, audience, now, reckonedFrom }: Omit<BadReviewCardProps, 'order'> & { step: ReviewStep }) {
  const { title, state, who, at, clock, note } = step
  const by = tellBy(step, now, reckonedFrom)
  const done = [who, at && sayTime(at, reckonedFrom)].filter(Boolean).join(' · ')
  return (
    <Box as="li" className={[styles.step, styles[state]].join(' ')}>
      <Box as="span" className={styles.sign} isHidden>
        {signs[state]}
      </Box>
      <Box className={styles.body}>
        <Box className={styles.head}>
          <Box as="span" className={styles.title}>
            {title}
          </Box>
          <Box as="span" className={styles.state}>
            {stateWords[audience][state]}
          </Box>
        </Box>
        {done !== '' && (
          <Box as="p" className={styles.line}>
            {done}
          </Box>
        )}
        {clock && (
          <Box as="p" className={styles.line}>
            {clock.holder && `由${clock.holder.name}办，`}
            <DueMark due={clock} now={now} isBare />
          </Box>
        )}
        {!clock && by !== null && (
          <Box as="p" className={styles.line}>
            {by}
          </Box>
        )}
        {note !== null && (
          <Box as="p" className={styles.note}>
            {note}
          </Box>
        )}
      </Box>
    </Box>
  )
}
