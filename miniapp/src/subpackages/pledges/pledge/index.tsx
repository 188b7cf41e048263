import type { Pledge, Survey } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { LightBadge } from '@/components/pledges/light-badge'
import { Progress } from '@/components/progress/progress'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { sayDay, sayProgress, saySatisfaction, statePhrase } from '@/words/pledges'
import { Comments } from './comments'
import { Facts } from './facts'
import { History } from './history'
import { Milestones } from './milestones'
import { Objections } from './objections'
import { RateThing } from './rate-thing'
import { StaffActions } from './staff-actions'
import { SurveyOfThing } from './survey-of-thing'
import styles from './index.module.scss'

/** One of the ten things, in public: what was promised, where it came from, what happened, what residents think. */
export default function PledgePage() {
  const { id } = usePageQuery()
  const { data, problem, isLoading, reload } = useRemote('pledges.show', id ? { params: { id } } : null)
  const session = useSession()
  // Asked for here: what is mounted later would not hear that the person came back from the ballot.
  const surveys = useRemote('surveys.list', session && id ? { query: { pledgeId: id, limit: 1 } } : null)
  const now = useNow()
  return (
    <Page title="实事进展" isRefreshable>
      {!id && <Empty title="没有说是哪一件" detail="请从清单里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Shown pledge={data} survey={surveys.data?.items[0]} now={now} onChanged={reload} />}
    </Page>
  )
}

interface ShownProps {
  pledge: Pledge
  /** The newest about it. */
  survey: Survey | undefined
  now: Date
  onChanged: () => void
}

function Shown({ pledge, survey, now, onChanged }: ShownProps) {
  const satisfaction = saySatisfaction(pledge)
  return (
    <>
      <Box as="p" className={styles.where}>
        {pledge.org.name} · {pledge.year} 年第 {pledge.number} 件
      </Box>
      <Box as="h2" className={styles.title}>
        {pledge.title}
      </Box>
      <Box className={styles.card}>
        <Box className={styles.top}>
          <LightBadge light={pledge.light} word={statePhrase(pledge)} />
          <Box as="span" className={styles.meta}>
            {sayDay(pledge.deadline, now)}前办完
          </Box>
        </Box>
        <Progress label={pledge.title} value={pledge.progress ?? 0} words={sayProgress(pledge)} />
        <Box as="p" className={styles.meta}>
          {pledge.lightReason}
        </Box>
        {pledge.isStale && (
          <Box as="p" className={styles.warning}>
            很久没有更新了，社区应该来说说进展。
          </Box>
        )}
        {satisfaction !== null && (
          <Box as="p" className={styles.meta}>
            居民满意：{satisfaction}
          </Box>
        )}
        {pledge.grade && (
          <Box as="p" className={styles.meta}>
            街道打了 {pledge.grade.score} 分：{pledge.grade.note}
          </Box>
        )}
      </Box>
      <Notice pledge={pledge} now={now} />
      <StaffActions pledge={pledge} onChanged={onChanged} />
      {survey && <SurveyOfThing survey={survey} now={now} />}
      <RateThing pledge={pledge} onChanged={onChanged} />
      <Facts pledge={pledge} now={now} />
      <Milestones pledge={pledge} now={now} />
      <History pledge={pledge} now={now} onStale={onChanged} />
      <Objections pledge={pledge} now={now} onChanged={onChanged} />
      <Comments pledge={pledge} now={now} onChanged={onChanged} />
    </>
  )
}

/** While it is noticed before its strike-off, and once it is struck off. */
function Notice({ pledge, now }: Pick<ShownProps, 'pledge' | 'now'>) {
  const { notice, strikeOff } = pledge
  if (strikeOff) {
    return (
      <Box className={styles.notice}>
        {strikeOff.org?.name ?? '街道'} {sayDay(strikeOff.at.slice(0, 10), now)}核实，这件事办成了。
        {strikeOff.statement !== null && `区里的说明：${strikeOff.statement}`}
      </Box>
    )
  }
  if (!notice) return null
  return (
    <Box className={styles.notice}>
      社区说这件事办成了，正在公示，{sayDay(notice.overOn, now)}期满。你看到的不是这样，可以在下面提异议。
    </Box>
  )
}
