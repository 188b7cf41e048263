import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { reasonsFor, starWords, type Stars } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Form } from '@/components/form/form'
import { Rate } from '@/components/rate/rate'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useSite } from '@/hooks/use-site'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import type { Audience } from '@/words/event-story'
import { wordsTo, type RatingAction } from './rate-words'
import styles from './index.module.scss'

interface RateFormProps {
  order: Order
  action: RatingAction
  audience: Audience
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}

/** The level, the reasons that belong to it, and words; from the owner, or as the street heard it on the telephone. */
export function RateForm({ order, action, audience, onStale }: RateFormProps) {
  const [stars, setStars] = useState<Stars>()
  const [reasons, setReasons] = useState<readonly number[]>([])
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const route: 'orders.rate' | 'orders.follow-up-rating' = `orders.${action}`
  const rate = useAct(route, ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const isDemo = useSite()?.isDemo === true
  const words = wordsTo[action][audience]
  const offered = stars === undefined ? [] : reasonsFor(stars, order.serviceItem?.isAffair ? 'affair' : order.kind)

  function choose(next: Stars) {
    // Reasons belong to a level.
    if (next !== stars) setReasons([])
    setStars(next)
    setMissing(false)
  }

  async function submit() {
    if (stars === undefined) {
      setMissing(true)
      focusField('stars')
      return
    }
    const body = { stars, reasons: [...reasons], ...(comment.trim() !== '' && { comment }) }
    const rated = await rate.act({ params: { id: order.id }, body, version: order.version })
    if (!rated) return
    say(words.done)
    goBack()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {order.title}
      </Box>
      {words.lead !== undefined && (
        <Box as="p" className={styles.lead}>
          {words.lead}
        </Box>
      )}
      {action === 'follow-up-rating' && order.rating && (
        <Box as="p" className={styles.first}>
          第一次评价：{order.rating.stars} 星 {starWords[order.rating.stars]}
        </Box>
      )}
      <ProblemNote problem={rate.problem} />
      <Rate
        id="stars"
        label={words.stars}
        value={stars}
        error={isMissing ? '请先点一颗星' : undefined}
        onChange={choose}
      />
      {stars !== undefined && offered.length > 0 && (
        <Box className={styles.reasons}>
          <Box as="p" className={styles.reasonsTitle} isHidden>
            {words.reasons[stars]}
          </Box>
          <Chips
            label={words.reasons[stars]}
            options={offered.map(({ code, word }) => ({ value: code, word }))}
            chosen={reasons}
            onToggle={(code) =>
              setReasons(reasons.includes(code) ? reasons.filter((other) => other !== code) : [...reasons, code])
            }
          />
        </Box>
      )}
      <TextArea
        id="comment"
        label={words.comment}
        placeholder={words.placeholder}
        value={comment}
        maxLength={1000}
        error={rate.problem?.fields.comment}
        onChange={setComment}
      />
      <Button kind="primary" isSubmit isBusy={rate.isBusy}>
        {words.submit}
      </Button>
      <Box as="p" className={styles.next}>
        {words.next}
      </Box>
      {isDemo && words.onDemo !== undefined && (
        <Box as="p" className={styles.next}>
          {words.onDemo}
        </Box>
      )}
    </Form>
  )
}
