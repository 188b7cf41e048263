import { useState } from 'react'
import type { OrderSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Checkbox } from '@/components/checkbox/checkbox'
import { QueueCard } from '@/components/order/queue-card'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import type { OrderPages } from '@/hooks/use-pages'
import { BatchReport } from '../batch/batch-report'
import { mayAccept } from '../batch/may-accept'
import { useBatchAccept } from '../batch/use-batch-accept'
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
  /** Ids chosen for a batch; undefined while cards are taken one by one. */
  const [chosen, setChosen] = useState<readonly string[]>()
  const batch = useBatchAccept()
  const acceptable = orders.items.filter(mayAccept)
  const chosenOrders = acceptable.filter(({ id }) => chosen?.includes(id))
  const areAllChosen = chosenOrders.length === acceptable.length

  function settle(words: string | undefined) {
    setRefusal(words)
    void onChanged()
  }

  async function acceptAll(all: readonly OrderSummary[]) {
    if (!(await batch.run(all))) return
    setChosen(undefined)
    await onChanged()
  }

  function actionOf(order: OrderSummary) {
    if (!mayAccept(order)) return undefined
    if (!chosen) return <AcceptButton order={order} onSettled={settle} />
    return (
      <Checkbox
        id={`choose-${order.id}`}
        label="选上"
        readOut={`选上：${order.title}`}
        isChecked={chosen.includes(order.id)}
        onChange={(isOn) => setChosen(isOn ? [...chosen, order.id] : chosen.filter((id) => id !== order.id))}
      />
    )
  }

  return (
    <>
      {refusal !== undefined && (
        <Box className={styles.refusal} role="alert">
          {refusal}
        </Box>
      )}
      {acceptable.length > 1 && !chosen && (
        <Box className={styles.batch}>
          <Button kind="plain" size="small" onPress={() => setChosen([])}>
            多选
          </Button>
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
        {(order) => <QueueCard order={order} now={now} homeCode={homeCode} action={actionOf(order)} />}
      </PagedList>
      <Box className={chosen || batch.progress || batch.outcome ? styles.batchBar : undefined}>
        <BatchReport batch={batch} onRetry={(again) => void acceptAll(again)} />
        {chosen && (
          <Box className={styles.batchButtons} role="group" label="批量接单">
            <Button
              kind="plain"
              size="small"
              onPress={() => setChosen(areAllChosen ? [] : acceptable.map(({ id }) => id))}
            >
              {areAllChosen ? '都不选' : '全选本页'}
            </Button>
            <Button
              kind="plain"
              size="small"
              isDisabled={batch.progress !== undefined}
              onPress={() => setChosen(undefined)}
            >
              不选了
            </Button>
            <Button
              kind="primary"
              size="small"
              isBusy={batch.progress !== undefined}
              isDisabled={chosenOrders.length === 0}
              onPress={() => void acceptAll(chosenOrders)}
            >
              批量接单（{chosenOrders.length}）
            </Button>
          </Box>
        )}
      </Box>
    </>
  )
}
