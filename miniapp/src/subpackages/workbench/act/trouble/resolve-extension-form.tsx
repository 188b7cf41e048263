import type { Order } from '@xinban/shared/contracts'
import { extensionDecisions, extensionDecisionWords, sayTime, type ExtensionDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { useNow } from '@/hooks/use-now'
import { useOrderAct } from '../use-order-act'
import { fulfilDueOf } from './request-extension-form'
import { DecisionForm } from './decision-form'
import { useDecision } from './use-decision'
import styles from '../index.module.scss'

const options = extensionDecisions.map((value) => ({ value, word: extensionDecisionWords[value] }))

export function ResolveExtensionForm({ order }: { order: Order }) {
  const now = useNow()
  const draft = useDecision<ExtensionDecision>(false)
  const { send, ...act } = useOrderAct('orders.resolve-extension', order, '已决定')
  const due = fulfilDueOf(order)

  return (
    <DecisionForm
      {...{ draft, act, options }}
      asked={
        order.extension && (
          <Box className={styles.asked}>
            <Box as="p" className={styles.line}>
              {order.communityName}申请延期 {order.extension.days} 个工作日
              {due && `，现在的办结时限是 ${sayTime(due, now)}`}
            </Box>
            {order.extension.note !== null && (
              <Box as="p" className={styles.line}>
                理由：{order.extension.note}
              </Box>
            )}
          </Box>
        )
      }
      noteFor="写给社区和居民看"
      isNoteRequired={false}
      onDecide={(decision) => void send({ decision, ...(draft.note.trim() !== '' && { note: draft.note }) })}
    />
  )
}
