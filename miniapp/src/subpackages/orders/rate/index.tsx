import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { reasonsFor, type Stars } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Chips } from '@/components/chips/chips'
import { Form } from '@/components/form/form'
import { Page } from '@/components/page/page'
import { Rate } from '@/components/rate/rate'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { goBack, usePageQuery } from '@/platform/navigation'
import styles from './index.module.scss'

export default function RatePage() {
  const { id } = usePageQuery()
  const session = useSession()
  const {
    data: order,
    problem,
    isLoading,
    reload,
  } = useRemote('orders.show', session && id ? { params: { id } } : null)
  return (
    <Page title="评价">
      {!session && <SignInPrompt detail="登录后才能评价" />}
      {isLoading && <Skeleton />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && !order.allowedActions.includes('rate') && (
        <Empty
          title="现在不能评价"
          detail="可能已经评过了，或者评价时间已过"
          action={
            <Button size="small" onPress={goBack}>
              返回
            </Button>
          }
        />
      )}
      {order?.allowedActions.includes('rate') && <RateForm order={order} />}
    </Page>
  )
}

function RateForm({ order }: { order: Order }) {
  const [stars, setStars] = useState<Stars>()
  const [reasons, setReasons] = useState<readonly number[]>([])
  const [comment, setComment] = useState('')
  const [isMissing, setMissing] = useState(false)
  const rate = useAct('orders.rate')
  const offered = stars === undefined ? [] : reasonsFor(stars, order.serviceItem !== null)

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
    say('谢谢你的评价')
    goBack()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Box as="h2" className={styles.title}>
        {order.title}
      </Box>
      <ProblemNote problem={rate.problem} />
      <Rate
        id="stars"
        label="办得怎么样"
        value={stars}
        error={isMissing ? '请先点一颗星' : undefined}
        onChange={choose}
      />
      {offered.length > 0 && (
        <Box className={styles.reasons}>
          <Chips
            label="为什么这样评（可以多选）"
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
        label="还想说的话"
        placeholder="哪里好，哪里还要改"
        value={comment}
        maxLength={1000}
        error={rate.problem?.fields.comment}
        onChange={setComment}
      />
      <Button kind="primary" isSubmit isBusy={rate.isBusy}>
        提交评价
      </Button>
    </Form>
  )
}
