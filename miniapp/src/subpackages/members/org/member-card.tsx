import { useState } from 'react'
import type { Member } from '@xinban/shared/contracts'
import { roleWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import styles from '../members.module.scss'

/** Someone with a role here, and taking it back. */
export function MemberCard({ member, onRevoked }: { member: Member; onRevoked: () => void }) {
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const revoke = useAct('members.revoke')
  const { id, name, role, org, openOrders, since, allowedActions } = member

  async function end() {
    // Nothing is the answer of what went well.
    const answer: unknown = await revoke.act({ params: { id } })
    if (answer === undefined) return
    setAsking(false)
    say(`已结束${name}的身份`)
    onRevoked()
  }

  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {name} · {roleWords[role]}
      </Box>
      <Box as="p" className={styles.detail}>
        {sayTime(new Date(since), now)} 起{openOrders > 0 ? `，手上有 ${openOrders} 个单` : ''}
      </Box>
      {allowedActions.includes('revoke') && (
        <Box className={styles.actions}>
          <Button size="small" label={`结束身份：${name}`} onPress={() => setAsking(true)}>
            结束身份
          </Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title={`结束${name}在${org.name}的身份？`}
          confirmWord="结束身份"
          isDanger
          isBusy={revoke.isBusy}
          onConfirm={() => void end()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={revoke.problem} />
          <Box as="p">
            对方马上不能再以{roleWords[role]}的身份办事，以前办过的都留着；要恢复，再添加一次。
            {openOrders > 0 && `手上的 ${openOrders} 个单不会自己转走，请先派给别人。`}
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
