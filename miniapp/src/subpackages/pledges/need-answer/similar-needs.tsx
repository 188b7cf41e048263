import type { Need } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import styles from '../forms.module.scss'

interface SimilarNeedsProps {
  need: Need
  onChanged: () => void
}

/** Needs of the community that say the same: put together, they are answered together. */
export function SimilarNeeds({ need, onChanged }: SimilarNeedsProps) {
  const similar = useRemote('needs.similar', { params: { id: need.id } })
  const { act, isBusy, problem } = useAct('needs.group', ({ status }) => {
    if (status === 409 || status === 412) onChanged()
  })
  const others = (similar.data?.items ?? []).filter((item) => item.need.group.id !== need.group.id)
  if (others.length === 0 && need.group.size === 1) return null

  async function join(other: Need) {
    if (!(await act({ params: { id: need.id }, body: { withId: other.id }, version: need.version }))) return
    say('并到一起了，会一并答复')
    onChanged()
  }

  return (
    <Box className={styles.card}>
      {need.group.size > 1 && (
        <Box as="p" className={styles.lead}>
          已有 {need.group.size} 条并在一起，这次一并答复。
        </Box>
      )}
      <ProblemNote problem={problem} />
      {others.length > 0 && (
        <Box as="p" className={styles.lead}>
          说的像是一件事：
        </Box>
      )}
      {others.map(({ need: other }) => (
        <Box key={other.id}>
          <Box as="p" className={styles.quote}>
            {other.title}
            {other.group.size > 1 && `（${other.group.size} 条）`}
          </Box>
          <Button size="small" label={`并到一起答复：${other.title}`} isBusy={isBusy} onPress={() => void join(other)}>
            并到一起答复
          </Button>
        </Box>
      ))}
    </Box>
  )
}
