import { useState } from 'react'
import type { OrgRef, Resident } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

export interface Found {
  readonly who: { readonly communityCode: string; readonly phone: string }
  readonly resident: Resident
}

interface ResidentCardProps {
  found: Found
  community: OrgRef
  onChanged: (found: Found) => void
}

/** Whom the phone belongs to, and whether they are confirmed. */
export function ResidentCard({ found: { who, resident }, community, onChanged }: ResidentCardProps) {
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const confirm = useAct('residents.confirm')
  const unconfirm = useAct('residents.unconfirm')
  const isConfirmed = resident.confirmedAt !== null
  const change = isConfirmed ? unconfirm : confirm
  const name = resident.name ?? '没有填称呼的居民'

  async function settle() {
    const changed = await change.act({ body: who })
    if (!changed) return
    setAsking(false)
    onChanged({ who, resident: changed })
    if (isConfirmed) say('已取消核实')
    else say(`已核实${name}`, { word: '撤销', run: () => void takeBack() })
  }

  async function takeBack() {
    const back = await unconfirm.act({ body: who })
    if (back) onChanged({ who, resident: back })
    say(back ? '已取消核实' : '没能撤销，请点“取消核实”再试')
  }

  return (
    <Box className={styles.card} role="status">
      <Box as="h2" className={styles.name}>
        {name}
      </Box>
      <Box as="p" className={styles.detail}>
        {resident.confirmedAt
          ? `${sayTime(new Date(resident.confirmedAt), now)} 核实过，住在${community.name}`
          : `选了${community.name}，还没有核实`}
      </Box>
      <Button kind={isConfirmed ? 'secondary' : 'primary'} onPress={() => setAsking(true)}>
        {isConfirmed ? '取消核实' : '核实这位居民'}
      </Button>
      {isAsking && (
        <Dialog
          title={isConfirmed ? `取消核实${name}？` : `${name}住在${community.name}？`}
          confirmWord={isConfirmed ? '取消核实' : '核对过了'}
          isDanger={isConfirmed}
          isBusy={change.isBusy}
          onConfirm={() => void settle()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={change.problem} />
          <Box as="p">
            {isConfirmed
              ? '取消后，对方不能再参加新的票决和测评；以前投过的、评过的不变。以后也能再核实。'
              : '请先当面核对证件和住址。核实后，对方可以参加票决和测评；弄错了可以撤销。'}
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
