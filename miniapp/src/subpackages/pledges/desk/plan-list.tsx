import type { PledgeList, PledgeSummary } from '@xinban/shared/contracts'
import { pledgeListStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { LightBadge } from '@/components/pledges/light-badge'
import { open } from '@/platform/navigation'
import { sayDay, sayListProgress, sayProgress, statePhrase } from '@/words/pledges'
import { ListActions } from './list-actions'
import styles from './index.module.scss'

interface PlanListProps {
  list: PledgeList
  now: Date
  onChanged: (list: PledgeList) => void
  onStale: () => void
}

/** A year on one page: every thing with its light, how far it is, what is due next, and the way to report. */
export function PlanList({ list, now, onChanged, onStale }: PlanListProps) {
  return (
    <Box as="section" className={styles.plan}>
      <Box as="h2" className={styles.title}>
        <Link to="pledge-list" query={{ id: list.id }} className={styles.name}>
          {list.org.name} · {list.year} 年
        </Link>
      </Box>
      <Box as="p" className={styles.meta}>
        {pledgeListStateWords[list.state]}
        {list.pledges.length > 0 && ` · ${sayListProgress(list)}`}
        {list.state === 'deliberating' && ` · 候选 ${list.candidates.length} 件`}
      </Box>
      <ListActions list={list} now={now} onChanged={onChanged} onStale={onStale} />
      {list.pledges.length > 0 && (
        <Box as="ul" className={styles.rows}>
          {[...list.pledges].sort(mostPressing).map((pledge) => (
            <PlanRow key={pledge.id} pledge={pledge} now={now} />
          ))}
        </Box>
      )}
    </Box>
  )
}

const urgency = ({ state, light }: PledgeSummary) =>
  state === 'in_notice' ? 0 : ['red', 'yellow', 'grey', 'green', 'blue'].indexOf(light) + 1
const mostPressing = (a: PledgeSummary, b: PledgeSummary) => urgency(a) - urgency(b) || a.number - b.number

function PlanRow({ pledge, now }: { pledge: PledgeSummary; now: Date }) {
  const { nextMilestone } = pledge
  return (
    <Box as="li" className={styles.row}>
      <Box className={styles.what}>
        <Link to="pledge" query={{ id: pledge.id }} className={styles.name}>
          {pledge.number}. {pledge.title}
        </Link>
        <Box as="span" className={styles.meta}>
          {sayProgress(pledge)}
          {nextMilestone && ` · 下一步 ${nextMilestone.title}（${sayDay(nextMilestone.dueOn, now)}前）`}
          {pledge.isStale && ' · 该更新了'}
        </Box>
      </Box>
      <LightBadge light={pledge.light} word={statePhrase(pledge)} />
      {pledge.allowedActions.includes('progress') && (
        <Button size="small" label={`报进展：${pledge.title}`} onPress={() => open('pledge-report', { id: pledge.id })}>
          报进展
        </Button>
      )}
    </Box>
  )
}
