import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { OrgRef, Redemption, Reward } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ProblemNote } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { keepsStall } from '@/words/desk-entries'
import styles from '../volunteers.module.scss'
import { RewardForm } from './reward-form'

/** The market of a community, street or district for those who run it: handing over, stock. */
export default function StallDesk() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="集市工作台" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区、街道和区里的工作人员登录后使用" />}
      {session && (!membership || !keepsStall(membership.role)) && (
        <Empty title="这里给工作人员用" detail="有多个身份时，先到“我的”换身份" />
      )}
      {membership && keepsStall(membership.role) && <Desk key={membership.org.code} org={membership.org} />}
    </Page>
  )
}

const tabs = [
  { key: 'waiting', word: '等来取' },
  { key: 'rewards', word: '上架的东西' },
] as const
type Tab = (typeof tabs)[number]['key']

function Desk({ org }: { org: OrgRef }) {
  const [tab, setTab] = useState<Tab>('waiting')
  return (
    <>
      <Tabs label="集市" tabs={tabs} active={tab} panelId="stall" onChange={setTab} />
      <Box id="stall" role="tabpanel" label={tabs.find(({ key }) => key === tab)?.word ?? ''}>
        {tab === 'waiting' ? <Waiting org={org} /> : <Stock org={org} />}
      </Box>
    </>
  )
}

function Waiting({ org }: { org: OrgRef }) {
  const now = useNow()
  const redemptions = usePages('redemptions.list', { org: org.code })
  useReachBottom(redemptions.loadMore)
  return (
    <PagedList pages={redemptions} empty={<Empty title="没有人等着取" detail="居民兑换后会出现在这里" />}>
      {(redemption) => <OneWaiting redemption={redemption} now={now} onDone={() => redemptions.drop(redemption.id)} />}
    </PagedList>
  )
}

function OneWaiting({ redemption, now, onDone }: { redemption: Redemption; now: Date; onDone: () => void }) {
  const [code, setCode] = useState('')
  const [isChecked, setChecked] = useState(false)
  const handOver = useAct('redemptions.hand-over')
  const { id, version, reward, name, at } = redemption
  const fieldId = `code-${id}`
  const isCode = /^\d{6}$/.test(code.trim())
  async function submit() {
    setChecked(true)
    if (!isCode) return focusField(fieldId)
    if (!(await handOver.act({ params: { id }, version, body: { code } }))) return
    say('交付了')
    onDone()
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.title}>
        {reward.title}
      </Box>
      <Box as="p" className={styles.meta}>
        {name ?? '居民'} · {sayTime(new Date(at), now)}兑换
      </Box>
      <Form onSubmit={() => void submit()}>
        <ProblemNote problem={handOver.problem} />
        <Field
          id={fieldId}
          label="取货码"
          type="number"
          value={code}
          maxLength={6}
          error={handOver.problem?.fields.code ?? (isChecked && !isCode ? '请填对方报的 6 位数字' : undefined)}
          onChange={setCode}
          isRequired
        />
        <Button size="small" isSubmit isBusy={handOver.isBusy}>
          交付
        </Button>
      </Form>
    </Box>
  )
}

function Stock({ org }: { org: OrgRef }) {
  const [editing, setEditing] = useState<string>()
  const rewards = usePages('rewards.list', { org: org.code })
  useReachBottom(rewards.loadMore)
  function done(reward: Reward) {
    setEditing(undefined)
    say('存好了')
    if (rewards.items.some(({ id }) => id === reward.id)) rewards.put(reward)
    else void rewards.reload()
  }
  return (
    <>
      {editing === 'new' ? (
        <RewardForm orgCode={org.code} onDone={done} />
      ) : (
        <Button kind="primary" onPress={() => setEditing('new')}>
          上架一件
        </Button>
      )}
      <PagedList pages={rewards} empty={<Empty title="还没有上架" detail="上架后，居民就能用积分换" />}>
        {(reward) =>
          editing === reward.id ? (
            <Box as="li" className={styles.card}>
              <RewardForm orgCode={org.code} reward={reward} onDone={done} />
            </Box>
          ) : (
            <OneStock reward={reward} onEdit={() => setEditing(reward.id)} onChanged={rewards.put} />
          )
        }
      </PagedList>
    </>
  )
}

interface OneStockProps {
  reward: Reward
  onEdit: () => void
  onChanged: (reward: Reward) => void
}

function OneStock({ reward, onEdit, onChanged }: OneStockProps) {
  const close = useAct('rewards.close')
  const reopen = useAct('rewards.reopen')
  const { id, version, title, cost, stock, isClosed } = reward
  const turn = isClosed ? reopen : close
  async function press() {
    const answer = await turn.act({ params: { id }, version, body: {} })
    if (!answer) return
    say(isClosed ? '又上架了' : '已下架')
    onChanged(answer)
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      <Box as="p" className={styles.meta}>
        {cost} 分 · 剩 {stock} 件{isClosed && ' · 已下架'}
      </Box>
      <ProblemNote problem={close.problem ?? reopen.problem} />
      <Box className={styles.actions}>
        <Button size="small" label={`修改${title}`} onPress={onEdit}>
          修改
        </Button>
        <Button
          size="small"
          label={`${isClosed ? '上架' : '下架'}${title}`}
          isBusy={turn.isBusy}
          onPress={() => void press()}
        >
          {isClosed ? '上架' : '下架'}
        </Button>
      </Box>
    </Box>
  )
}
