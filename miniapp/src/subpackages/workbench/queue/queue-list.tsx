import { useState } from 'react'
import { Box } from '@/components/box/box'
import { QueueCard } from '@/components/order/queue-card'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import type { OrderPages } from '@/hooks/use-pages'
import { AcceptButton } from './accept-button'
import styles from './index.module.scss'

interface QueueListProps {
  orders: OrderPages
  homeCode: string
  /** A search or a filter is set. */
  isNarrowed: boolean
  onChanged: () => Promise<void>
}

export function QueueList({ orders, homeCode, isNarrowed, onChanged }: QueueListProps) {
  const now = useNow()
  const [refusal, setRefusal] = useState<string>()

  function settle(words: string | undefined) {
    setRefusal(words)
    void onChanged()
  }

  return (
    <>
      {refusal !== undefined && (
        <Box className={styles.refusal} role="alert">
          {refusal}
        </Box>
      )}
      <PagedList
        pages={orders}
        empty={
          <Empty
            title={isNarrowed ? '没有找到' : '这里都处理完了'}
            detail={isNarrowed ? '换个词或类别再找找' : '有新的单会出现在这里'}
          />
        }
      >
        {(order) => (
          <QueueCard
            order={order}
            now={now}
            homeCode={homeCode}
            action={
              order.allowedActions.includes('accept') ? <AcceptButton order={order} onSettled={settle} /> : undefined
            }
          />
        )}
      </PagedList>
    </>
  )
}
