import { useState } from 'react'
import type { Exclusion } from '@xinban/shared/contracts'
import { exclusionReasonWords, exclusionStateWords, partWords, roleWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Link } from '@/components/link/link'
import { ProblemNote } from '@/components/states/states'
import { Tag } from '@/components/tag/tag'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { DecideForm } from './decide-form'
import styles from './index.module.scss'

interface DocketCardProps {
  docket: Exclusion
  now: Date
  onChanged: (docket: Exclusion) => void
}

export function DocketCard({ docket, now, onChanged }: DocketCardProps) {
  const { order, state, reason, parts, note, proposed, decided, allowedActions } = docket
  const [isDeciding, setDeciding] = useState(false)
  const named = `${order.title || '单'}的剔除申请`
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.title}>
        {order.title || '内容已删除'} <Tag>{exclusionStateWords[state]}</Tag>
      </Box>
      <Box as="p" className={styles.detail}>
        {[order.community?.name, `单号 ${order.no}`].filter(Boolean).join(' · ')}
      </Box>
      <Box as="p" className={styles.line}>
        {exclusionReasonWords[reason]}，不计入{parts.map((part) => partWords[part]).join('、')}
      </Box>
      <Box as="p" className={styles.line}>
        {note}
      </Box>
      <Box as="p" className={styles.detail}>
        {proposed.by ?? '同事'}（{[proposed.org?.name, roleWords[proposed.role]].filter(Boolean).join(' ')}）
        {sayTime(new Date(proposed.at), now)} 提出
      </Box>
      {decided && (
        <Box as="p" className={styles.detail}>
          {decided.by ?? '同事'} {sayTime(new Date(decided.at), now)} 审批：{decided.note ?? ''}
        </Box>
      )}
      <Box className={styles.actions}>
        <Link
          to="order"
          query={{ id: order.id, as: 'staff' }}
          className={styles.link}
          label={`看这个单：${order.title}`}
        >
          看这个单
        </Link>
        {allowedActions.includes('decide') && !isDeciding && (
          <Button size="small" label={`审批${named}`} onPress={() => setDeciding(true)}>
            审批
          </Button>
        )}
        {allowedActions.includes('withdraw') && <Withdraw docket={docket} named={named} onChanged={onChanged} />}
      </Box>
      {isDeciding && (
        <DecideForm
          docket={docket}
          onCancel={() => setDeciding(false)}
          onDecided={(changed) => {
            setDeciding(false)
            onChanged(changed)
          }}
        />
      )}
    </Box>
  )
}

function Withdraw({ docket, named, onChanged }: Omit<DocketCardProps, 'now'> & { named: string }) {
  const { act, isBusy, problem } = useAct('exclusions.withdraw')
  const [isAsking, setAsking] = useState(false)
  async function withdraw() {
    const changed = await act({ params: { id: docket.id }, version: docket.version })
    setAsking(false)
    if (!changed) return
    say('已撤回')
    onChanged(changed)
  }
  return (
    <>
      <Button size="small" label={`撤回${named}`} onPress={() => setAsking(true)}>
        撤回
      </Button>
      <ProblemNote problem={problem} />
      {isAsking && (
        <Dialog
          title="撤回这份申请吗？"
          confirmWord="撤回"
          isBusy={isBusy}
          onConfirm={() => void withdraw()}
          onCancel={() => setAsking(false)}
        >
          撤回后这个单照常计入得分；需要时可以再提。
        </Dialog>
      )}
    </>
  )
}
