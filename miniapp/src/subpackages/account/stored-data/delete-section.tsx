import { useState } from 'react'
import type { StoredData } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Link } from '@/components/link/link'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { open } from '@/platform/navigation'
import { session } from '@/platform/session'
import styles from './index.module.scss'

interface DeleteSectionProps {
  stored: Pick<StoredData, 'memberships' | 'orders'>
  /** The numbers are other ones by now. */
  onChanged: () => void
}

/** The way out: what goes, what stays, and one question. */
export function DeleteSection({ stored: { memberships, orders }, onChanged }: DeleteSectionProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        注销账号
      </Box>
      {memberships.length > 0 && (
        <Box as="p" className={styles.quiet}>
          你有工作身份。请管理员先收回，再来注销。
        </Box>
      )}
      {memberships.length === 0 && orders.inWork > 0 && (
        <>
          <Box as="p" className={styles.quiet}>
            有 {orders.inWork} 个单正有人在办，办完才能注销。不用办了，就打开那个单，给社区打电话请他们停下。
          </Box>
          <Link to="orders" className={styles.link}>
            去我的单 ›
          </Link>
        </>
      )}
      {memberships.length === 0 && orders.inWork === 0 && (
        <>
          <Box as="p" className={styles.quiet}>
            不用了，可以注销。会先告诉你删什么、留什么。
          </Box>
          <Box className={styles.below}>
            <Button onPress={() => setAsking(true)}>注销账号</Button>
          </Box>
        </>
      )}
      {isAsking && (
        <DeleteDialog withdraws={orders.withdrawable} onChanged={onChanged} onCancel={() => setAsking(false)} />
      )}
    </Box>
  )
}

interface DeleteDialogProps {
  withdraws: number
  onChanged: () => void
  onCancel: () => void
}

function DeleteDialog({ withdraws, onChanged, onCancel }: DeleteDialogProps) {
  const remove = useAct('me.delete', ({ code }) => {
    if (code === 'wrong_state') onChanged()
  })

  async function removeNow() {
    // Nothing is the answer of what went well.
    const answer: unknown = await remove.act({ query: { withdraws } })
    if (answer === undefined) return
    session.end()
    open('home')
    say('账号已注销')
  }

  return (
    <Dialog
      title="要注销账号吗？"
      confirmWord="注销账号"
      cancelWord="先不注销"
      isDanger
      isBusy={remove.isBusy}
      onConfirm={() => void removeNow()}
      onCancel={onCancel}
    >
      <ProblemNote problem={remove.problem} />
      <Box as="ul" className={styles.list}>
        {withdraws > 0 && <Box as="li">会撤回：{withdraws} 个还没开始办的单。</Box>}
        <Box as="li">会删掉：称呼、手机号、登录方式，还有你写的话、照片、联系方式和地点。</Box>
        <Box as="li">会留下：单号、办理的经过和打的星，看不出是谁。替别人点的单归那个人，照常办。</Box>
      </Box>
      <Box as="p" className={styles.plain}>
        马上生效，找不回来。再登录就是一个新账号。
      </Box>
    </Dialog>
  )
}
