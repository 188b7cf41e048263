import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Reward } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { PagedList } from '@/components/paged-list/paged-list'
import { Empty, ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'

/** What the community's market gives, with my balance above. */
export function Rewards({ org }: { org: string }) {
  const rewards = usePages('rewards.list', { org })
  const me = useRemote('volunteers.me', {})
  useReachBottom(rewards.loadMore)
  const changed = () => {
    me.reload()
    void rewards.reload()
  }
  return (
    <>
      {me.data && (
        <Box as="p" className={styles.balance}>
          你有 {me.data.balance} 分
        </Box>
      )}
      <PagedList pages={rewards} empty={<Empty title="集市还没有东西" detail="社区上架后会出现在这里" />}>
        {(reward) => <OneReward reward={reward} balance={me.data?.balance ?? null} onChanged={changed} />}
      </PagedList>
    </>
  )
}

function OneReward({ reward, balance, onChanged }: { reward: Reward; balance: number | null; onChanged: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const redeem = useAct('rewards.redeem')
  const { id, title, detail, cost, stock, isClosed, allowedActions } = reward
  const lacks = balance === null ? 0 : cost - balance
  async function take() {
    const answer = await redeem.act({ params: { id }, body: {} })
    setAsking(false)
    if (!answer) return
    say('换好了，取货码在“我的兑换”里')
    onChanged()
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      {detail !== '' && (
        <Box as="p" className={styles.words}>
          {detail}
        </Box>
      )}
      <Box as="p" className={styles.meta}>
        {cost} 分 · {isClosed ? '已下架' : stock > 0 ? `还有 ${stock} 件` : '换完了'}
        {stock > 0 && lacks > 0 && ` · 还差 ${lacks} 分`}
      </Box>
      <ProblemNote problem={redeem.problem} />
      {allowedActions.includes('redeem') && lacks <= 0 && (
        <Box className={styles.actions}>
          <Button size="small" label={`兑换${title}`} onPress={() => setAsking(true)}>
            兑换
          </Button>
        </Box>
      )}
      {isAsking && (
        <Dialog
          title={`用 ${cost} 分换${title}？`}
          confirmWord="兑换"
          isBusy={redeem.isBusy}
          onConfirm={() => void take()}
          onCancel={() => setAsking(false)}
        >
          换好后凭取货码到社区取，没取之前可以取消。
        </Dialog>
      )}
    </Box>
  )
}
