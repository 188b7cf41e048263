import { useReachBottom } from '@tarojs/taro'
import type { Membership, PledgeList, PledgeSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { LightBadge } from '@/components/pledges/light-badge'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { saySatisfaction, statePhrase } from '@/words/pledges'
import styles from './index.module.scss'

/** What waits for a reviewer, the most pressing first. */
const waits = [
  { action: 'resolve-objection', words: '有异议等公开答复' },
  { action: 'strike-off', words: '等核实销号' },
  { action: 'grade', words: '等评单' },
] as const

const rankOf = ({ allowedActions }: PledgeSummary) => waits.findIndex(({ action }) => allowedActions.includes(action))

interface Waiting {
  readonly list: PledgeList
  readonly pledge: PledgeSummary
}

/** The things below a street that wait for it, across its communities; the server says what it may do with each. */
export function ReviewQueue({ membership: { org } }: { membership: Membership }) {
  const lists = usePages('pledge-lists.list', { org: org.code, limit: 50 })
  useReachBottom(lists.loadMore)
  const waiting = lists.items
    .flatMap((list) => list.pledges.map((pledge): Waiting => ({ list, pledge })))
    .filter(({ pledge }) => rankOf(pledge) >= 0)
    .sort((a, b) => rankOf(a.pledge) - rankOf(b.pledge) || b.list.year - a.list.year)
  return (
    <PagedFrame pages={lists} empty={nothing}>
      {waiting.length === 0 ? (
        nothing
      ) : (
        <Box as="ul" className={styles.rows}>
          {waiting.map(({ list, pledge }) => (
            <ReviewRow key={pledge.id} list={list} pledge={pledge} />
          ))}
        </Box>
      )}
    </PagedFrame>
  )
}

const nothing = <Empty title="没有等你核实的" detail="社区报告办成、居民提出异议后，会出现在这里" />

function ReviewRow({ list, pledge }: Waiting) {
  const opinion = saySatisfaction(pledge)
  const words = waits.filter(({ action }) => pledge.allowedActions.includes(action)).map((wait) => wait.words)
  return (
    <Box as="li" className={styles.row}>
      <Box className={styles.what}>
        <Link to="pledge" query={{ id: pledge.id }} className={styles.name}>
          {pledge.number}. {pledge.title}
        </Link>
        <Box as="span" className={styles.meta}>
          {[`${list.org.name} · ${list.year} 年`, ...words, opinion].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <LightBadge light={pledge.light} word={statePhrase(pledge)} />
    </Box>
  )
}
