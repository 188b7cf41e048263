import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { ElderSettings } from '@/components/elder/elder-settings'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { useSignedIn } from '@/hooks/use-session'
import { signOut } from '@/platform/login'
import { say } from '@/platform/messages'
import { UnreadCell } from './unread-cell'
import { Roles } from './roles'
import styles from './index.module.scss'

export default function Me() {
  const session = useSignedIn()
  if (!session) {
    return (
      <Page title="我的" tab="me">
        <SignInPrompt detail="居民和工作人员都从这里登录" />
        <ElderSettings />
      </Page>
    )
  }
  const { person, memberships } = session
  return (
    <Page title="我的" tab="me">
      <Box className={styles.person}>
        <Box as="h2" className={styles.name}>
          {person.name ?? '居民'}
        </Box>
        <Box as="p" className={styles.detail}>
          {person.phone ?? '还没有确认手机号'}
          {person.isVerified && ' · 已核实'}
        </Box>
      </Box>
      {person.name === null && (
        <Link to="profile" className={styles.invitation}>
          <Box as="span" className={styles.invitationTitle}>
            怎么称呼你？
          </Box>
          <Box as="span" className={styles.detail}>
            填一个称呼，社区联系你时就知道怎么叫你 ›
          </Box>
        </Link>
      )}
      <Box className={styles.section}>
        <List label="个人">
          <Cell label="我的资料" to="profile" />
          <Cell label="我的社区" value={person.community?.name ?? '还没选'} to="community" />
          <Cell label="我的单" to="orders" />
          <Cell label="我的预约" to="bookings" />
          <Cell label="十件实事公示" to="board" />
          <Cell label="满意度测评" to="surveys" />
          <UnreadCell />
          <Cell label="志愿服务" to="volunteering" />
          <Cell label="我的资料存了什么" to="stored-data" />
          <Cell label="隐私说明" to="privacy" />
        </List>
      </Box>
      {memberships.length > 0 && <Roles memberships={memberships} current={session.membershipId} />}
      <ElderSettings />
      <Button onPress={() => void signOut().then(() => say('已退出登录'))}>退出登录</Button>
    </Page>
  )
}
