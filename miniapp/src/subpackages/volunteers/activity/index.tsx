import type { Activity } from '@xinban/shared/contracts'
import { signupStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { sayPlaces } from '../activity-card'
import { saySpan } from '../when'
import styles from '../volunteers.module.scss'
import { OwnPlace } from './own-place'
import { Roster } from './roster'
import { SignUp } from './sign-up'

/** One date: signing up, checking in and out; for those who run it the code and who came. */
export default function ActivityPage() {
  const { id } = usePageQuery()
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('activities.show', id ? { params: { id } } : null)
  return (
    <Page title="志愿活动" isRefreshable>
      {!id && <Empty title="没有说是哪个活动" detail="请从“志愿服务”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Shown activity={data} now={now} onChanged={reload} />}
    </Page>
  )
}

function Shown({ activity, now, onChanged }: { activity: Activity; now: Date; onChanged: () => void }) {
  const {
    title,
    place,
    isCancelled,
    detail,
    team,
    startsAt,
    endsAt,
    own,
    wish,
    cancelNote,
    checkCode,
    allowedActions,
  } = activity
  const isIn = own !== null && own.state !== 'cancelled'
  return (
    <>
      <Box className={styles.card}>
        <Box as="h2" className={styles.large}>
          {title}
        </Box>
        <Box as="p" className={styles.words}>
          {saySpan(startsAt, endsAt, now)}
        </Box>
        <Box as="p" className={styles.words}>
          {place}
        </Box>
        {detail !== '' && (
          <Box as="p" className={styles.words}>
            {detail}
          </Box>
        )}
        <Box as="p" className={styles.meta}>
          {team.name} · {isIn && !isCancelled ? signupStateWords[own.state] : sayPlaces(activity)}
        </Box>
        {cancelNote !== null && (
          <Box as="p" className={styles.words}>
            取消的原因：{cancelNote}
          </Box>
        )}
        {isIn && !isCancelled && <OwnPlace signup={own} onChanged={onChanged} />}
        {!isIn && <SignUp activity={activity} onChanged={onChanged} />}
      </Box>
      {wish && (
        <List>
          <Cell
            label="为心愿服务"
            detail={`${wish.title} · ${wish.communityName}`}
            to="wish"
            query={{ id: wish.orderId }}
          />
        </List>
      )}
      {checkCode !== null && !isCancelled && (
        <Box className={styles.card}>
          <Box as="p" className={styles.title}>
            现场签到码，写在显眼处
          </Box>
          <Box as="p" className={styles.code}>
            {checkCode}
          </Box>
        </Box>
      )}
      {allowedActions.includes('manage') && <Roster activity={activity} onChanged={onChanged} />}
    </>
  )
}
