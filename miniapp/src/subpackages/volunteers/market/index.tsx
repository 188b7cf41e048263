import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { pointReasonWords, redemptionStateWords, sayTime } from '@xinban/shared/domain'
import type { Redemption } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { Dialog } from '@/components/dialog/dialog'
import { Page } from '@/components/page/page'
import { PagedFrame, PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ProblemNote } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import styles from '../volunteers.module.scss'
import { Rewards } from './rewards'

const tabs = [
  { key: 'rewards', word: '能换什么' },
  { key: 'mine', word: '我的兑换' },
  { key: 'entries', word: '积分明细' },
] as const
type Tab = (typeof tabs)[number]['key']

/** What points are good for. */
export default function Market() {
  const session = useSession()
  const community = session?.person.community
  const [tab, setTab] = useState<Tab>('rewards')
  return (
    <Page title="心窝窝集市" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以用积分兑换" />}
      {session && (
        <>
          <Tabs label="集市" tabs={tabs} active={tab} panelId="market" onChange={setTab} />
          <Box id="market" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
            {tab === 'rewards' && (community ? <Rewards org={community.code} /> : <NoCommunity />)}
            {tab === 'mine' && <OwnRedemptions />}
            {tab === 'entries' && <Entries />}
          </Box>
        </>
      )}
    </Page>
  )
}

const NoCommunity = () => (
  <Empty
    title="还没有选社区"
    detail="选好你住的社区，就能看到它的集市"
    action={
      <Button kind="primary" size="small" onPress={() => open('community')}>
        去选社区
      </Button>
    }
  />
)

function OwnRedemptions() {
  const now = useNow()
  const redemptions = usePages('redemptions.list', {})
  useReachBottom(redemptions.loadMore)
  return (
    <PagedList pages={redemptions} empty={<Empty title="还没有兑换过" detail="攒够积分，在“能换什么”里挑一件" />}>
      {(redemption) => <OwnRedemption redemption={redemption} now={now} onChanged={redemptions.put} />}
    </PagedList>
  )
}

interface OwnRedemptionProps {
  redemption: Redemption
  now: Date
  onChanged: (redemption: Redemption) => void
}

function OwnRedemption({ redemption, now, onChanged }: OwnRedemptionProps) {
  const [isAsking, setAsking] = useState(false)
  const cancel = useAct('redemptions.cancel')
  const { id, reward, org, code, state, points, at, version, allowedActions } = redemption
  async function giveBack() {
    const answer = await cancel.act({ params: { id }, version, body: {} })
    setAsking(false)
    if (!answer) return
    say('已取消，积分退回来了')
    onChanged(answer)
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.title}>
        {reward.title}
      </Box>
      <Box as="p" className={styles.meta}>
        {redemptionStateWords[state]} · {points} 分 · {sayTime(new Date(at), now)} · {org.name}
      </Box>
      {code !== null && (
        <>
          <Box as="p" className={styles.words}>
            到{org.name}报取货码：
          </Box>
          <Box as="p" className={styles.code}>
            {code}
          </Box>
        </>
      )}
      <ProblemNote problem={cancel.problem} />
      {allowedActions.includes('cancel') && (
        <Box className={styles.actions}>
          <Button size="small" label={`取消兑换：${reward.title}`} onPress={() => setAsking(true)}>
            取消兑换
          </Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title="取消兑换？"
          confirmWord="取消兑换"
          cancelWord="留着"
          isBusy={cancel.isBusy}
          onConfirm={() => void giveBack()}
          onCancel={() => setAsking(false)}
        >
          {points} 分会退给你，东西放回集市。
        </Dialog>
      )}
    </Box>
  )
}

function Entries() {
  const now = useNow()
  const entries = usePages('point-entries.list', {})
  useReachBottom(entries.loadMore)
  return (
    <PagedFrame pages={entries} empty={<Empty title="还没有积分" detail="参加一次活动、确认时长后就有" />}>
      <List label="积分明细">
        {entries.items.map(({ id, at, reason, subject, points, balance, note }) => (
          <Cell
            key={id}
            label={subject ?? pointReasonWords[reason]}
            detail={[pointReasonWords[reason], sayTime(new Date(at), now), note].filter(Boolean).join(' · ')}
            value={`${points > 0 ? '+' : ''}${points}，余 ${balance}`}
          />
        ))}
      </List>
    </PagedFrame>
  )
}
