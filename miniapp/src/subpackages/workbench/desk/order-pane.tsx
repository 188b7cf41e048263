import { useEffect, useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { OrderActions, offersAny } from '@/components/order-actions/order-actions'
import { OrderView } from '@/components/order-view/order-view'
import { Button } from '@/components/button/button'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useShownOrder } from '@/hooks/use-shown-order'
import { focusField } from '@/platform/focus'
import { buttonWord } from '@/words/actions'
import { ActForm, isFormAction, type FormAction } from '../act/act-form'
import { AfterAct, StaleOrder } from '../act/use-order-act'
import { LargePhotos } from './large-photos'
import styles from './pane.module.scss'

interface OrderPaneProps {
  id: string
  now: Date
  /** Set while one order after the other is graded. */
  grading?: { left: number; onSkip: () => void } | undefined
  /** The primary action of the screen stands elsewhere. */
  isAside: boolean
  onActed: (order: Order) => void
  onClose: () => void
}

export const paneId = 'desk-order'
const firstMark = 'timeliness'

/** An order beside the list, with what can be done with it. */
export function OrderPane({ id, now, grading, isAside, onActed, onClose }: OrderPaneProps) {
  const { order, problem, isLoading, reload, onDone } = useShownOrder(id)
  const [form, setForm] = useState<{ action: FormAction; into?: string }>()
  const isGrading = grading !== undefined && order?.allowedActions.includes('grade') === true && !form

  useEffect(() => {
    if (isGrading) focusField(firstMark)
  }, [isGrading])

  function settle(answer: Order) {
    setForm(undefined)
    onDone(answer)
    onActed(answer)
    if (!grading) focusField(paneId)
  }

  return (
    <section className={[styles.pane, grading && styles.grading].filter(Boolean).join(' ')} aria-labelledby={paneId}>
      <div className={styles.bar}>
        <h2 id={paneId} className={styles.heading} tabIndex={-1}>
          {order ? `单子 ${order.no}` : '单子'}
        </h2>
        {grading && <p className={styles.left}>{grading.left > 0 ? `后面还有 ${grading.left} 件` : '这是最后一件'}</p>}
        {grading && (
          <Button size="small" onPress={grading.onSkip}>
            先跳过
          </Button>
        )}
        <Button kind="plain" size="small" label="关上这一单" onPress={onClose}>
          关上
        </Button>
      </div>
      <AfterAct.Provider value={settle}>
        <StaleOrder.Provider value={reload}>
          <div className={styles.body} tabIndex={0} role="group" aria-label="单子内容">
            {isLoading && <Skeleton />}
            {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
            {order && form && <FormCard order={order} {...form} onCancel={() => setForm(undefined)} />}
            {order && isGrading && <LargePhotos order={order} onStale={reload} />}
            {order && (
              <OrderView
                order={order}
                audience="staff"
                now={now}
                onStale={reload}
                onMerge={(into) => setForm({ action: 'merge', into })}
              />
            )}
          </div>
          {order && isGrading && (
            <div className={styles.marks} role="group" aria-label="评单">
              <ActForm action="grade" order={order} />
            </div>
          )}
        </StaleOrder.Provider>
      </AfterAct.Provider>
      {order && !form && offersAny(withoutGrade(order, isGrading), 'staff', now) && (
        <div className={styles.actions}>
          <OrderActions
            order={withoutGrade(order, isGrading)}
            audience="staff"
            isAside={isAside || isGrading}
            onDone={settle}
            onStale={reload}
            onForm={(action) => isFormAction(action) && setForm({ action })}
          />
        </div>
      )}
    </section>
  )
}

/** Its form stands there already. */
const withoutGrade = (order: Order, isGrading: boolean): Order =>
  isGrading ? { ...order, allowedActions: order.allowedActions.filter((action) => action !== 'grade') } : order

interface FormCardProps {
  order: Order
  action: FormAction
  into?: string
  onCancel: () => void
}

const formId = 'desk-form'

function FormCard({ order, action, into, onCancel }: FormCardProps) {
  useEffect(() => focusField(formId), [])
  return (
    <div className={styles.form}>
      <div className={styles.bar}>
        <h3 id={formId} className={styles.heading} tabIndex={-1}>
          {buttonWord(action, 'staff')}
        </h3>
        <Button kind="plain" size="small" onPress={onCancel}>
          先不{buttonWord(action, 'staff')}
        </Button>
      </div>
      {order.allowedActions.includes(action) ? (
        <ActForm key={action} action={action} order={order} into={into} />
      ) : (
        <p role="alert">现在不能这样做了，单子的情况变了，请看下面的最新进展。</p>
      )}
    </div>
  )
}
