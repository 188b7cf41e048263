import { useState } from 'react'
import type { Answer, OrderSummary } from '@xinban/shared/contracts'
import { orderFlow, type OrderStatus } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Link } from '@/components/link/link'
import { ProblemNote } from '@/components/states/states'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { useAct } from '@/hooks/use-act'
import { buttonWord } from '@/words/actions'
import { tellSeconds } from '@/words/seconds'
import styles from './hints.module.scss'

type Similar = Answer<'orders.similar'>['items'][number]

interface SimilarHintProps {
  similar: Similar
  onSeconded: (order: OrderSummary) => void
}

/** One order that may say the same: to be read, and to be seconded in place of a duplicate. */
export function SimilarHint({ similar, onSeconded }: SimilarHintProps) {
  const { order, isMine } = similar
  const [isAsking, setAsking] = useState(false)
  const second = useAct('orders.second')
  const query = isMine ? { id: order.id } : { id: order.id, as: 'public' }

  async function secondNow() {
    const seconded = await second.act({ params: { id: order.id }, body: {} })
    if (seconded) onSeconded(seconded)
  }

  return (
    <Box as="li" className={styles.hint}>
      <Link to="order" query={query} className={styles.link}>
        <Box className={styles.top}>
          <Box as="h3" className={styles.name}>
            {order.title}
          </Box>
          <StatusBadge status={order.status} audience="owner" />
        </Box>
        <Box as="p" className={styles.meta}>
          {order.communityName} · {tellWhose(similar)}
        </Box>
      </Link>
      {order.allowedActions.includes('second') && (
        <Box className={styles.action}>
          <Button
            size="small"
            label={`${buttonWord('second', 'owner')}：${order.title}`}
            onPress={() => setAsking(true)}
          >
            {buttonWord('second', 'owner')}
          </Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title="要附议这件事吗？"
          confirmWord="附议"
          isBusy={second.isBusy}
          onConfirm={() => void secondNow()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={second.problem} />
          <Box as="p" className={styles.words}>
            “{order.title}”会多一个人附议，社区看得到有多少人在等。
          </Box>
          <Box as="p" className={styles.words}>
            你写的这个单还在，先不提交。
          </Box>
        </Dialog>
      )}
    </Box>
  )
}

const secondable: readonly OrderStatus[] = orderFlow.actions.second.from

function tellWhose({ order, isMine }: Similar): string {
  if (isMine) return '你自己提过'
  const isSeconded = secondable.includes(order.status) && !order.allowedActions.includes('second')
  return isSeconded ? `${tellSeconds(order.secondCount)}，你也附议了` : tellSeconds(order.secondCount)
}
