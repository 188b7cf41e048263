import { useState } from 'react'
import type { StoredData } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface ConsentSectionProps {
  consents: StoredData['consents']
  onChanged: () => void
}

/** Said of an agreement that the person did not give in the app. */
const sourceWords: Record<StoredData['consents'][number]['source'], string> = {
  self: '',
  demo: '演示数据；',
  import: '导入时写下的；',
}

/** What the person agreed to, and the way to take it back. */
export function ConsentSection({ consents, onChanged }: ConsentSectionProps) {
  const [isAsking, setAsking] = useState(false)
  const now = useNow()
  const withdraw = useAct('consents.withdraw')
  const told = (at: string) => sayTime(new Date(at), now)

  async function withdrawNow() {
    const left = await withdraw.act({ params: { kind: 'personal_data' } })
    if (!left) return
    setAsking(false)
    onChanged()
    say('已收回同意')
  }

  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        我的同意
      </Box>
      <List label="我的同意">
        {consents.length === 0 && <Cell label="还没有同意过隐私说明" detail="第一次点单时会问你" />}
        {consents.map(({ noticeVersion, source, at, withdrawnAt }) => (
          <Cell
            key={at}
            label={withdrawnAt ? '同意过隐私说明，已收回' : '同意了隐私说明'}
            detail={`${sourceWords[source]}${told(at)}，${noticeVersion} 这一版${withdrawnAt ? `；${told(withdrawnAt)}收回` : ''}`}
          />
        ))}
      </List>
      {consents.some(({ withdrawnAt }) => withdrawnAt === null) && (
        <Box className={styles.below}>
          <Button onPress={() => setAsking(true)}>收回同意</Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title="要收回同意吗？"
          confirmWord="收回同意"
          isDanger
          isBusy={withdraw.isBusy}
          onConfirm={() => void withdrawNow()}
          onCancel={() => setAsking(false)}
        >
          <ProblemNote problem={withdraw.problem} />
          <Box as="p" className={styles.plain}>
            已经点的单照常办完。下次点单前会再问你一次。
          </Box>
        </Dialog>
      )}
    </Box>
  )
}
