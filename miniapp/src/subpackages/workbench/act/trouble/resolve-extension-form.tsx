import type { Order } from '@xinban/shared/contracts'
import { extensionDecisions, extensionDecisionWords, sayTime, type ExtensionDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { useNow } from '@/hooks/use-now'
import { useOrderAct } from '../use-order-act'
import { fulfilDueOf } from './request-extension-form'
import { useDecision } from './use-decision'
import styles from '../index.module.scss'

const options = extensionDecisions.map((value) => ({ value, word: extensionDecisionWords[value] }))

export function ResolveExtensionForm({ order }: { order: Order }) {
  const now = useNow()
  const draft = useDecision<ExtensionDecision>(false)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.resolve-extension', order, '已决定')
  const due = fulfilDueOf(order)

  function submit() {
    const decision = draft.check()
    if (decision) void send({ decision, ...(draft.note.trim() !== '' && { note: draft.note }) })
  }

  return (
    <Form onSubmit={submit}>
      <ProblemNote problem={problem} />
      {order.extension && (
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
      )}
      <Choice
        id="decision"
        label="怎么决定"
        options={options}
        value={draft.decision}
        error={draft.errors.decision ?? errorOf('decision')}
        onChange={draft.setDecision}
      />
      <TextArea
        id="note"
        label="说明"
        placeholder="写给社区和居民看"
        value={draft.note}
        maxLength={2000}
        rows={3}
        error={errorOf('note')}
        onChange={draft.setNote}
      />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        确定
      </Button>
    </Form>
  )
}
