import { Box } from '@/components/box/box'
import { Progress } from '@/components/progress/progress'
import { Button } from '@/components/button/button'
import type { OrderSummary } from '@xinban/shared/contracts'
import type { Batch, BatchOutcome } from './use-batch-accept'
import styles from './batch.module.scss'

interface BatchReportProps {
  batch: Batch
  onRetry: (orders: readonly OrderSummary[]) => void
}

const tellOutcome = ({ accepted, refused }: BatchOutcome): string =>
  refused.length === 0 ? `接了 ${accepted.length} 件` : `接了 ${accepted.length} 件，${refused.length} 件没接成`

/** How far a batch is; at the end how many went through, and which did not and why. The region stays, to be read out. */
export function BatchReport({ batch, onRetry }: BatchReportProps) {
  const { progress, outcome } = batch
  const again = outcome?.refused.filter(({ isUndecided }) => isUndecided).map(({ order }) => order) ?? []
  return (
    <Box className={progress || outcome ? styles.report : undefined}>
      <Box as="p" className={styles.line} role="status">
        {progress && `正在接 ${progress.total} 件单`}
        {outcome && tellOutcome(outcome)}
      </Box>
      {progress && (
        <Progress
          label="批量接单"
          value={Math.round((100 * progress.done) / progress.total)}
          words={`第 ${progress.done + 1} 件，共 ${progress.total} 件`}
        />
      )}
      {outcome && outcome.refused.length > 0 && (
        <Box as="ul" className={styles.refused}>
          {outcome.refused.map(({ order, why }) => (
            <Box as="li" key={order.id}>
              {order.no} {order.title}：{why}
            </Box>
          ))}
        </Box>
      )}
      {outcome && (
        <Box className={styles.buttons}>
          {again.length > 0 && (
            <Button size="small" onPress={() => onRetry(again)}>
              没接成的再试一次
            </Button>
          )}
          <Button kind="plain" size="small" onPress={batch.clear}>
            知道了
          </Button>
        </Box>
      )}
    </Box>
  )
}
