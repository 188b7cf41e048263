import { useState } from 'react'
import { sayPeriod, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ErrorState, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

interface FreezeMonthsProps {
  districtCode: string
  now: Date
  onFrozen: () => void
}

/** Publishes the months that are ripe; for the district's administrator. */
export function FreezeMonths({ districtCode, now, onFrozen }: FreezeMonthsProps) {
  const { data, problem, reload } = useRemote('score-freezes.show', { query: { districtCode } })
  const freeze = useAct('score-freezes.freeze')
  const [isAsking, setAsking] = useState(false)
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  const { frozenThrough, frozenAt, by, ripeThrough, allowedActions } = data

  async function confirm() {
    const frozen = await freeze.act({ params: { districtCode }, body: { through: ripeThrough } })
    setAsking(false)
    if (!frozen) return
    say('已定稿')
    reload()
    onFrozen()
  }

  return (
    <Box as="section" className={styles.rules}>
      <Box as="h2" className={styles.name}>
        定稿
      </Box>
      <Box as="p" className={styles.apart}>
        {frozenThrough && frozenAt
          ? `已定稿到 ${sayPeriod(frozenThrough)}（${sayTime(new Date(frozenAt), now)}，${by ?? '区管理员'}）。`
          : '还没有定过稿。'}
        {!allowedActions.includes('freeze') && '可以定稿的月份都定了。'}
      </Box>
      <ProblemNote problem={freeze.problem} />
      {allowedActions.includes('freeze') && (
        <Button size="small" onPress={() => setAsking(true)}>
          定稿到 {sayPeriod(ripeThrough)}
        </Button>
      )}
      {isAsking && (
        <Dialog
          title={`定稿到 ${sayPeriod(ripeThrough)}吗？`}
          confirmWord="定稿"
          isBusy={freeze.isBusy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          定稿后这些月份的数字不再变，也不能退回；后来查明的，写成带日期的更正。
        </Dialog>
      )}
    </Box>
  )
}
