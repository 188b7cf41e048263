import { Button } from '@/components/button/button'
import { BatchReport } from '../batch/batch-report'
import type { Accepting } from './use-accepting'
import styles from './desk.module.scss'

/** Above the list: what is ticked and can be accepted together, how far that is, and what was refused. */
export function DeskBatch({ accepting }: { accepting: Accepting }) {
  const { batch, chosenOrders, refusal, acceptAll, chooseNone } = accepting
  return (
    <>
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <BatchReport batch={batch} onRetry={(again) => void acceptAll(again)} />
      {chosenOrders.length > 0 && !batch.progress && (
        <div className={styles.batch} role="group" aria-label="批量接单">
          <p className={styles.batchLine}>已选 {chosenOrders.length} 件</p>
          <Button kind="primary" size="small" onPress={() => void acceptAll(chosenOrders)}>
            批量接单
          </Button>
          <Button kind="plain" size="small" onPress={chooseNone}>
            都不选
          </Button>
        </div>
      )}
    </>
  )
}
