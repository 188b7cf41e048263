import { useState } from 'react'
import type { Pledge } from '@xinban/shared/contracts'
import type { Stars } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Rate } from '@/components/rate/rate'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import styles from './index.module.scss'

/** A resident's stars for a finished thing; the latest hold. */
export function RateThing({ pledge, onChanged }: { pledge: Pledge; onChanged: () => void }) {
  const [stars, setStars] = useState<Stars | undefined>((pledge.myStars as Stars | null) ?? undefined)
  const { act, isBusy, problem } = useAct('pledges.rate')
  if (!pledge.allowedActions.includes('rate')) return null

  async function submit() {
    if (stars === undefined) return
    if (!(await act({ params: { id: pledge.id }, body: { stars } }))) return
    say('记下了，谢谢你')
    onChanged()
  }

  return (
    <Box className={styles.card}>
      <Rate id="pledge-stars" label="这件事办得怎么样" value={stars} onChange={setStars} />
      <ProblemNote problem={problem} />
      <Button kind="primary" isBusy={isBusy} isDisabled={stars === undefined} onPress={() => void submit()}>
        {pledge.myStars === null ? '提交评价' : '改成这个评价'}
      </Button>
    </Box>
  )
}
