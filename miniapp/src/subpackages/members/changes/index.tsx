import { useReachBottom } from '@tarojs/taro'
import type { MemberChange } from '@xinban/shared/contracts'
import { readsMemberChanges, roleWords, sayTime, type MemberChangeKind } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import styles from '../members.module.scss'

/** Who gave and took which role. */
export default function MemberChanges() {
  const session = useSession()
  const membership = useMembership()
  const isReader = membership && readsMemberChanges(membership.role)
  return (
    <Page title="人员变动" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="督查和区管理员登录后可以看" />}
      {session && isReader && <ChangeList membershipId={membership.id} />}
      {session && !isReader && <Empty title="人员变动给督查和区管理员看" detail="有多个身份时，先到“我的”换身份" />}
    </Page>
  )
}

function ChangeList({ membershipId }: { membershipId: string }) {
  const now = useNow()
  const changes = usePages('member-changes.list', { membershipId })
  useReachBottom(changes.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        谁在什么时候给了谁什么角色、结束了谁的身份，都记在这里，改不了也删不掉。
      </Box>
      <PagedList
        pages={changes}
        empty={<Empty title="还没有人员变动" detail="添加人员、结束身份以后，会出现在这里" />}
        isInColumns
      >
        {(change) => <ChangeCard change={change} now={now} />}
      </PagedList>
    </>
  )
}

const changeWords: Record<MemberChangeKind, string> = { granted: '添加', revoked: '结束身份' }
const nameOr = (name: string | null) => name ?? '未留姓名'

function ChangeCard({ change: { name, role, org, by, at, change }, now }: { change: MemberChange; now: Date }) {
  const doer = by
    ? [nameOr(by.name), `（${[roleWords[by.role], by.org?.name].filter(Boolean).join('，')}）`].join('')
    : '系统管理人员'
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {changeWords[change]}：{nameOr(name)}，{org?.name}
        {roleWords[role]}
      </Box>
      <Box as="p" className={styles.detail}>
        {sayTime(new Date(at), now)}，由{doer}
      </Box>
    </Box>
  )
}
