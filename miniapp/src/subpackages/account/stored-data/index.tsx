import type { StoredData } from '@xinban/shared/contracts'
import { roleWords, sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { ConsentSection } from './consent-section'
import { DeleteSection } from './delete-section'
import { ExportSection } from './export-section'
import styles from './index.module.scss'

/** What is stored about whoever is signed in, and a copy of it to take away. */
export default function StoredDataPage() {
  const session = useSession()
  const { data, problem, isLoading, reload } = useRemote('me.stored', session ? {} : null)
  return (
    <Page title="我的资料存了什么" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以看到存了你的哪些资料" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && (
        <>
          <StoredFacts stored={data} />
          <ConsentSection consents={data.consents} onChanged={reload} />
          <ExportSection />
          <DeleteSection stored={data} onChanged={reload} />
        </>
      )}
    </Page>
  )
}

const waysIn: Record<StoredData['sessions'][number]['provider'], string> = {
  wechat: '微信登录',
  password: '密码登录',
  demo: '演示登录',
}

function StoredFacts({ stored }: { stored: StoredData }) {
  const { person, memberships, orders, sessions } = stored
  const now = useNow()
  const say = (at: string) => sayTime(new Date(at), now)
  return (
    <>
      <Box as="section" className={styles.section}>
        <Box as="h2" className={styles.heading}>
          我的资料
        </Box>
        <List label="我的资料">
          <Cell label="称呼" value={person.name ?? '没有填'} to="profile" />
          <Cell label="手机号" value={person.phone ?? '没有确认'} to="profile" />
          <Cell label="社区" value={person.community?.name ?? '没有选'} to="community" />
          {memberships.map(({ id, role, org }) => (
            <Cell key={id} label="工作身份" value={`${org.name} ${roleWords[role]}`} />
          ))}
        </List>
      </Box>
      <Box as="section" className={styles.section}>
        <Box as="h2" className={styles.heading}>
          我的单
        </Box>
        <List label="我的单">
          <Cell
            label="点过的单"
            value={`${orders.own} 个，${orders.withdrawable + orders.inWork} 个还在办`}
            to="orders"
          />
          <Cell label="替别人点的" value={`${orders.forOthers} 个`} />
          <Cell label="我的评价" value={`${orders.ratings} 次`} />
          <Cell label="我的附议" value={`${orders.seconds} 次`} />
        </List>
      </Box>
      <OtherFacts stored={stored} />
      <Box as="section" className={styles.section}>
        <Box as="h2" className={styles.heading}>
          登录过的地方
        </Box>
        <List label="登录过的地方">
          {sessions.map(({ provider, createdAt, isCurrent }) => (
            <Cell
              key={`${provider}-${createdAt}`}
              label={isCurrent ? `${waysIn[provider]}（现在这里）` : waysIn[provider]}
              detail={`${say(createdAt)} 登录`}
            />
          ))}
        </List>
      </Box>
    </>
  )
}

/** What is stored beside orders: each with its number, so that nothing is kept without being told. */
function OtherFacts({
  stored: { participation, surveys, bookings, volunteering, pictures, notices },
}: {
  stored: StoredData
}) {
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        其他
      </Box>
      <List label="其他">
        <Cell label="我的预约" value={`${bookings.own} 次，${bookings.open} 次还没办`} to="bookings" />
        <Cell label="排队号和候补" value={`${bookings.tickets} 个号，${bookings.waiting} 个候补`} />
        {participation && (
          <>
            <Cell label="我提的需求" value={`${participation.needs} 条`} />
            <Cell
              label="十件实事"
              value={`${participation.comments} 条留言，${participation.objections} 条异议，${participation.ratings} 次评价，${participation.votes} 次票决`}
            />
          </>
        )}
        <Cell label="我参加的测评" value={`${surveys} 次`} />
        <Cell
          label="志愿服务"
          value={`${volunteering.teams} 支队伍，${volunteering.activities} 次活动，${volunteering.points} 分，${volunteering.redemptions} 次兑换`}
        />
        <Cell label="传过的照片" value={`${pictures} 张`} />
        <Cell label="收到的消息" value={`${notices} 条`} to="notices" />
      </List>
    </Box>
  )
}
