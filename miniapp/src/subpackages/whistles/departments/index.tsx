import type { Membership } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { setsRules } from '@/words/desk-entries'
import { AddDepartment } from './add-department'
import { Department } from './department'
import styles from './index.module.scss'

/** Which units of the district streets may whistle for, and who is told in each; kept by the district's administrator. */
export default function Departments() {
  const session = useSession()
  const membership = useMembership()
  const isSetter = membership !== undefined && membership !== null && setsRules(membership.role)
  return (
    <Page title="部门名单" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="区管理员登录后维护部门名单" />}
      {session && !isSetter && <Empty title="这里给区管理员用" detail="有多个身份时，先到“我的”换身份" />}
      {isSetter && <Register key={membership.id} membership={membership} />}
    </Page>
  )
}

function Register({ membership }: { membership: Membership }) {
  const { data, problem, reload } = useRemote('departments.list', { query: { membershipId: membership.id } })
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />
  const known = new Set(data.items.map(({ code }) => code))
  return (
    <>
      <AddDepartment districtCode={membership.org.code} known={known} onAdded={reload} />
      {data.items.length === 0 && <Empty title="还没有部门" detail="选一个单位加进来，街道就能吹哨请它" />}
      <Box as="ul" className={styles.list}>
        {data.items.map((department) => (
          <Department key={department.code} department={department} onChanged={reload} />
        ))}
      </Box>
    </>
  )
}
