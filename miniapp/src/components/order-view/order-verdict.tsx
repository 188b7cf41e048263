import type { Order } from '@xinban/shared/contracts'
import { gradePartWords, gradeParts, reasonByCode, starWords, type GradePart } from '@xinban/shared/domain'
import type { Audience } from '@/words/event-story'
import { tellDefaultReview } from '@/words/default-review'
import { Box } from '../box/box'
import styles from './order-view.module.scss'

const parts = Object.keys(gradeParts) as GradePart[]

/** What the resident said of it, once and after it was put right, and what the street gave for it. */
export function OrderVerdict({ order, audience, now }: { order: Order; audience: Audience; now: Date }) {
  const { rating, followUpRating, grade, defaultReview } = order
  if (!rating && !grade && !defaultReview) return null
  return (
    <Box as="section" className={styles.card}>
      {rating && (
        <Box className={styles.ratings}>
          <RatingBlock heading={headingOf(order, audience)} rating={rating} />
          {followUpRating && <RatingBlock heading="整改后评价" rating={followUpRating} />}
        </Box>
      )}
      {defaultReview && (
        <Box as="p" className={styles.quiet}>
          {tellDefaultReview(defaultReview, order, audience, now)}
        </Box>
      )}
      {grade && (
        <>
          <Box as="h2" className={styles.heading}>
            {audience === 'staff' ? '街道评单' : '街道打分'} {grade.total} 分
          </Box>
          <Box as="ul" className={styles.parts}>
            {parts.map((part) => (
              <Box as="li" key={part}>
                {gradePartWords[part]} {grade.scores[part]}/{gradeParts[part]}
              </Box>
            ))}
          </Box>
          {grade.note !== null && (
            <Box as="p" className={styles.content}>
              {grade.note}
            </Box>
          )}
        </>
      )}
    </Box>
  )
}

function headingOf({ followUpRating, isOwn }: Order, audience: Audience): string {
  if (followUpRating) return '第一次评价'
  return audience === 'owner' && isOwn ? '你的评价' : '居民评价'
}

function RatingBlock({ heading, rating }: { heading: string; rating: NonNullable<Order['rating']> }) {
  const reasons = rating.reasons.map((code) => reasonByCode(code)?.word ?? '').filter(Boolean)
  return (
    <Box className={styles.rating}>
      <Box as="h2" className={styles.heading}>
        {heading}
      </Box>
      <Box as="p" className={styles.stars}>
        <Box as="span" className={styles.starShapes} isHidden>
          {'★'.repeat(rating.stars) + '☆'.repeat(5 - rating.stars)}
        </Box>{' '}
        {rating.stars} 星 {starWords[rating.stars]}
      </Box>
      {rating.isTelephone && (
        <Box as="p" className={styles.quiet}>
          电话回访：街道打电话问的，照居民说的记下
        </Box>
      )}
      {reasons.length > 0 && (
        <Box as="p" className={styles.quiet}>
          {reasons.join('、')}
        </Box>
      )}
      {rating.comment !== null && (
        <Box as="p" className={styles.content}>
          {rating.comment}
        </Box>
      )}
    </Box>
  )
}
