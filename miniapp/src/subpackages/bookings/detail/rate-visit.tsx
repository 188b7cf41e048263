import { useState } from 'react'
import { reasonsFor, type Stars } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Form } from '@/components/form/form'
import { Rate } from '@/components/rate/rate'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import type { PartProps } from './part.types'
import styles from './index.module.scss'

/** Once for each visit (一次一评). */
export function RateVisit({ booking, onDone, onStale }: PartProps) {
  const [stars, setStars] = useState<Stars>()
  const [reasons, setReasons] = useState<readonly number[]>([])
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const rate = useAct('bookings.rate', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const offered = stars === undefined ? [] : reasonsFor(stars, 'visit')

  function choose(next: Stars) {
    // Reasons belong to a level.
    if (next !== stars) setReasons([])
    setStars(next)
    setMissing(false)
  }

  async function submit() {
    if (stars === undefined) {
      setMissing(true)
      return focusField('visit-stars')
    }
    const body = { stars, reasons: [...reasons], ...(comment.trim() !== '' && { comment }) }
    const rated = await rate.act({ params: { id: booking.id }, body, version: booking.version })
    if (!rated) return
    say('谢谢你的评价')
    onDone(rated)
  }

  return (
    <Form className={styles.card} onSubmit={() => void submit()}>
      <ProblemNote problem={rate.problem} />
      <Rate
        id="visit-stars"
        label="这次办得怎么样"
        value={stars}
        error={isMissing ? '请先点一颗星' : undefined}
        onChange={choose}
      />
      {offered.length > 0 && (
        <Box className={styles.reasons}>
          <Chips
            label="为什么"
            options={offered.map(({ code, word }) => ({ value: code, word }))}
            chosen={reasons}
            onToggle={(code) =>
              setReasons(reasons.includes(code) ? reasons.filter((other) => other !== code) : [...reasons, code])
            }
          />
        </Box>
      )}
      <TextArea
        id="visit-comment"
        label="还想说的话"
        value={comment}
        maxLength={1000}
        rows={2}
        error={rate.problem?.fields.comment}
        onChange={setComment}
      />
      <Button kind="primary" isSubmit isBusy={rate.isBusy}>
        提交评价
      </Button>
    </Form>
  )
}
