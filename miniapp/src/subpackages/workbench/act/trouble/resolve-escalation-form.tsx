import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { escalationDecisions, escalationDecisionWords, type EscalationDecision } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { tellEvent } from '@/words/event-story'
import { useOrderAct } from '../use-order-act'
import { DecisionForm } from './decision-form'
import { useDecision } from './use-decision'
import styles from '../index.module.scss'

const details: Record<EscalationDecision, string> = {
  assign: '指定后社区不能再退单；换了社区的，办结时限重新计算',
  continue: '由现在的社区接着办，时限不变',
  end: '居民会看到你写的理由',
}
const options = escalationDecisions.map((value) => ({
  value,
  word: escalationDecisionWords[value],
  detail: details[value],
}))

/** The district's word on what was sent back too often. */
export function ResolveEscalationForm({ order }: { order: Order }) {
  const draft = useDecision<EscalationDecision>(true)
  const [toCode, setToCode] = useState(order.communityCode)
  const { send, ...act } = useOrderAct('orders.resolve-escalation', order, '已决定')
  const cause = order.events.filter(({ isEscalated }) => isEscalated).at(-1)
  const isAssigning = draft.decision === 'assign'
  // While its community asks to be rid of it, nobody is left to go on with it.
  const offered = order.status === 'declining' ? options.filter(({ value }) => value !== 'continue') : options

  return (
    <DecisionForm
      {...{ draft, act }}
      options={offered}
      asked={
        cause && (
          <Box className={styles.asked}>
            <Box as="p" className={styles.line}>
              {tellEvent(cause, 'staff')}
            </Box>
            {cause.note !== null && (
              <Box as="p" className={styles.line}>
                {cause.note}
              </Box>
            )}
          </Box>
        )
      }
      noteFor="写给街道、社区和居民看"
      onDecide={(decision) => void send({ decision, note: draft.note, ...(isAssigning && { toCode }) })}
    >
      {isAssigning && <CommunityPicker id="target" value={toCode} error={act.errorOf('toCode')} onChange={setToCode} />}
    </DecisionForm>
  )
}
