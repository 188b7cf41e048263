import { useState } from 'react'
import type { PledgeList } from '@xinban/shared/contracts'
import { pledgeCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Checkbox } from '@/components/checkbox/checkbox'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import styles from './index.module.scss'

interface VoteFormProps {
  list: PledgeList
  /** How many one vote may name. */
  max: number
  /** The vote was closed, or cast, meanwhile. */
  onStale: () => void
}

export function VoteForm({ list, max, onStale }: VoteFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isAsking, setAsking] = useState(false)
  const { act, isBusy, problem } = useAct('pledge-lists.vote', ({ status }) => {
    if (status === 409) onStale()
  })
  const titles = list.candidates.filter(({ id }) => chosen.includes(id)).map(({ title }) => title)

  function toggle(id: string, isChosen: boolean) {
    if (!isChosen) setChosen(chosen.filter((one) => one !== id))
    else if (chosen.length < max) setChosen([...chosen, id])
    else say(`最多选 ${max} 件，先去掉一件再选`)
  }
  async function vote() {
    const isDone = await act({ params: { id: list.id }, body: { candidateIds: [...chosen] } })
    setAsking(false)
    if (!isDone) return
    say('投好了，结果在截止后公布')
    goBackTo('pledge-list', { id: list.id })
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        选你最想办的，最多 {max} 件，已选 {chosen.length} 件。投给谁只有你知道，投了不能改。
      </Box>
      <ProblemNote problem={problem} />
      <Box as="ul" className={styles.list}>
        {list.candidates.map(({ id, number, title, summary, category }) => (
          <Box as="li" key={id} className={styles.card}>
            <Checkbox
              id={`candidate-${id}`}
              label={`${number}. ${title}`}
              isChecked={chosen.includes(id)}
              onChange={(isChosen) => toggle(id, isChosen)}
            />
            <Box as="p" className={styles.words}>
              {summary}
            </Box>
            <Box as="p" className={styles.meta}>
              {pledgeCategoryWords[category]}
            </Box>
          </Box>
        ))}
      </Box>
      <Button kind="primary" isDisabled={chosen.length === 0} onPress={() => setAsking(true)}>
        投票（已选 {String(chosen.length)} 件）
      </Button>
      {isAsking && (
        <Dialog
          title={`投给这 ${chosen.length} 件？`}
          confirmWord="投票"
          cancelWord="再看看"
          isBusy={isBusy}
          onConfirm={() => void vote()}
          onCancel={() => setAsking(false)}
        >
          {titles.join('、')}。投了不能改。
        </Dialog>
      )}
    </>
  )
}
