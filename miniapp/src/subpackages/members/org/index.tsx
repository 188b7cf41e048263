import { useReachBottom } from '@tarojs/taro'
import type { MemberOverview, OrgRef } from '@xinban/shared/contracts'
import { keepsMembers, type OrgLevel } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { usePageQuery } from '@/platform/navigation'
import { AddMember } from './add-member'
import { MemberCard } from './member-card'
import styles from '../members.module.scss'

/** Who works at an org, and the way to those below it; kept by whoever looks after the territory. */
export default function Members() {
  const session = useSession()
  const membership = useMembership()
  const { org } = usePageQuery()
  const mayRead = membership !== null && (keepsMembers(membership.role) || membership.role === 'auditor')
  const code = org ?? membership?.org.code
  return (
    <Page title="人员" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以看谁在哪里工作" />}
      {session && !mayRead && (
        <Empty title="这里给管人员的人用" detail="区、街道、社区各管自己辖区里的人；有多个身份时，先到“我的”换身份" />
      )}
      {mayRead && code !== undefined && <OrgMembers key={`${membership.id} ${code}`} code={code} />}
    </Page>
  )
}

function OrgMembers({ code }: { code: string }) {
  const overview = useRemote('members.overview', { query: { orgCode: code } })
  const members = usePages('members.list', { orgCode: code, reach: 'here' })
  useReachBottom(members.loadMore)
  const { data, problem } = overview

  function refresh() {
    void members.reload()
    overview.reload()
  }

  return (
    <>
      {problem && !data && members.items.length > 0 && <ErrorState problem={problem} onRetry={overview.reload} />}
      {data && <Lead {...data} />}
      <PagedList pages={members} empty={<NobodyHere org={data?.org} />} isInColumns>
        {(member) => <MemberCard member={member} onRevoked={refresh} />}
      </PagedList>
      {data && data.grantableRoles.length > 0 && (
        <AddMember org={data.org} grantable={data.grantableRoles} onAdded={refresh} />
      )}
      {data && data.below.length > 0 && <Below {...data} />}
    </>
  )
}

function Lead({ org, grantableRoles }: MemberOverview) {
  return (
    <Box as="p" className={styles.lead}>
      {org.name}的人。{grantableRoles.length > 0 ? whatToKnow[org.level] : '这里的人由上一级添加。'}
    </Box>
  )
}

const whatToKnow: Record<OrgLevel, string> = {
  district: '区管理员能改规则、加人员，督查能看记录；请只给该给的人。',
  street: '街道工作人员审单、评单，也能添加社区和单位的人。',
  community: '社区工作人员接单、办单，也能添加网格员。',
  grid: '网格员办派给这个网格的单。',
  unit: '联系人替单位领单、报到，收到这个单位的消息。',
}

function NobodyHere({ org }: { org: OrgRef | undefined }) {
  if (org?.level === 'unit') {
    return <Empty title="还没有联系人，添加后才能领单" detail="请单位里办事的人先登录、确认手机号，再用手机号添加" />
  }
  return <Empty title="这里还没有人" detail="添加以后，对方登录就能看到自己的工作台" />
}

function Below({ below }: MemberOverview) {
  return (
    <>
      <Box as="h2" className={styles.heading}>
        下面的组织
      </Box>
      <List label="下面的组织">
        {below.map(({ code, name, level, members }) => (
          <Cell key={code} label={name} detail={tellMembers(level, members)} to="members" query={{ org: code }} />
        ))}
      </List>
    </>
  )
}

function tellMembers(level: OrgLevel, members: number): string {
  if (members > 0) return `${members} 人`
  return level === 'unit' ? '还没有联系人' : '还没有人'
}
