import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { exclusionStates, exclusionStateWords, type ExclusionState } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { seesExclusions } from '@/words/desk-entries'
import { DocketCard } from './docket-card'
import { ProposeForm } from './propose-form'
import styles from './index.module.scss'

/** Orders that are to be taken out of the scores: proposed by one person, decided by another. */
export default function Exclusions() {
  const session = useSession()
  const membership = useMembership()
  const { orderId } = usePageQuery()
  return (
    <Page title="剔除申请" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="街道、区里和督查登录后可以看" />}
      {session && membership && seesExclusions(membership.role) && (
        <Dockets key={`${membership.id} ${orderId}`} membership={membership} orderId={orderId} />
      )}
      {session && !(membership && seesExclusions(membership.role)) && (
        <Empty title="剔除申请给街道、区里和督查看" detail="有多个身份时，先到“我的”换身份" />
      )}
    </Page>
  )
}

const tabs = exclusionStates.map((key) => ({ key, word: exclusionStateWords[key] }))

function Dockets({ membership, orderId }: { membership: Membership; orderId: string | undefined }) {
  const now = useNow()
  const [state, setState] = useState<ExclusionState>('proposed')
  const membershipId = membership.id
  const dockets = usePages('exclusions.list', orderId ? { membershipId, orderId } : { membershipId, state })
  useReachBottom(dockets.loadMore)
  const isOfficer = membership.role !== 'auditor'
  return (
    <>
      <Box as="p" className={styles.lead}>
        剔除只去掉选中的项，个数公开。一人提出，另一位没有经办过这个单的同事审批。
      </Box>
      {orderId && isOfficer && <ProposeForm orderId={orderId} onProposed={() => void dockets.reload()} />}
      {!orderId && <Tabs label="申请的状态" tabs={tabs} active={state} panelId="dockets" onChange={setState} />}
      <Box id="dockets" className={styles.panel}>
        <PagedList
          pages={dockets}
          empty={
            <Empty
              title={orderId ? '这个单还没有剔除申请' : `没有“${exclusionStateWords[state]}”的申请`}
              detail={orderId ? '要剔除，请先填写上面的申请' : '要提出，请打开一个单，再选“申请剔除”'}
            />
          }
          isInColumns
        >
          {(docket) => <DocketCard docket={docket} now={now} onChanged={dockets.put} />}
        </PagedList>
      </Box>
    </>
  )
}
