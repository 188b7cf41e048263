import type { Membership, Thanks } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { say } from '@/platform/messages'
import styles from './wishes.module.scss'

interface ThanksListProps {
  by: Membership
  empty: { title: string; detail: string }
}

/** What residents said to units: to the unit what was let through, to the street what waits for its look. */
export function ThanksList({ by, empty }: ThanksListProps) {
  const thanks = usePages('thanks.list', { membershipId: by.id })
  return (
    <PagedList pages={thanks} isInColumns empty={<Empty {...empty} />}>
      {(entry) => <ThanksCard thanks={entry} onDecided={() => thanks.drop(entry.id)} />}
    </PagedList>
  )
}

function ThanksCard({ thanks, onDecided }: { thanks: Thanks; onDecided: () => void }) {
  const now = useNow()
  const decide = useAct('thanks.decide')

  async function take(decision: 'show' | 'hide') {
    const decided = await decide.act({ params: { id: thanks.id }, body: { decision } })
    if (!decided) return
    say(decision === 'show' ? '已转给单位' : '没有转给单位')
    onDecided()
  }

  return (
    <Box as="li" className={styles.card}>
      <ProblemNote problem={decide.problem} />
      <Box as="p" className={styles.cardTitle}>
        {thanks.text}
      </Box>
      <Box as="p" className={styles.quiet}>
        {thanks.unit.name} · {sayTime(new Date(thanks.at), now)}
      </Box>
      {thanks.allowedActions.includes('decide') && (
        <Box className={styles.actions}>
          <Button size="small" kind="primary" isBusy={decide.isBusy} onPress={() => void take('show')}>
            转给单位
          </Button>
          <Button size="small" isBusy={decide.isBusy} onPress={() => void take('hide')}>
            不转
          </Button>
        </Box>
      )}
    </Box>
  )
}
