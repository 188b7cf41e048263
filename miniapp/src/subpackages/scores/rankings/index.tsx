import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import { monthOf } from '@xinban/shared/domain'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { seesScores } from '@/words/desk-entries'
import { FreezeMonths } from './freeze-months'
import { Question, type Asked } from './question'
import { Ranking } from './ranking'

/** How communities, streets, units and items do, ranked. */
export default function Rankings() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="得分排名" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="工作人员登录后可以看" />}
      {session && membership && seesScores(membership.role) && <Known key={membership.id} membership={membership} />}
      {session && !(membership && seesScores(membership.role)) && (
        <Empty title="得分给社区、街道和区里的工作人员看" detail="有多个身份时，先到“我的”换身份" />
      )}
    </Page>
  )
}

/** The org whose table is opened first: communities stand in that of their street. */
function firstOrg({ org }: Membership): string {
  return org.level === 'community' ? org.code.slice(0, 9) : org.code
}

function Known({ membership }: { membership: Membership }) {
  const now = useNow()
  const query = usePageQuery()
  const [asked, setAsked] = useState<Asked>(() => ({
    ...{ org: query.org ?? firstOrg(membership), period: monthOf(now), of: 'orgs', by: 'composite' },
  }))
  const { data, problem, reload } = useRemote('scores.show', { query: asked })
  return (
    <>
      <Question asked={asked} own={firstOrg(membership)} onAsk={setAsked} />
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />)}
      {data && (
        <Ranking
          table={data}
          now={now}
          ownCode={membership.org.code}
          onOpen={(org) => setAsked((before) => ({ ...before, org, of: 'orgs' }))}
        />
      )}
      {data && membership.role === 'district_admin' && (
        <FreezeMonths districtCode={membership.org.code} now={now} onFrozen={reload} />
      )}
    </>
  )
}
