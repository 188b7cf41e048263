import type { Person } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { useSession } from '@/hooks/use-session'
import { NameForm } from './name-form'
import { PhoneSection } from './phone-section'
import styles from './index.module.scss'

/** What a person may change of themselves. */
export default function Profile() {
  const session = useSession()
  return (
    <Page title="我的资料">
      {session ? <ProfileOf person={session.person} /> : <SignInPrompt detail="登录后可以填写称呼和手机号" />}
    </Page>
  )
}

function ProfileOf({ person }: { person: Person }) {
  return (
    <>
      <NameForm name={person.name} />
      <PhoneSection phone={person.phone} />
      <Box className={styles.section}>
        <List label="更多资料">
          <Cell
            label="我的社区"
            {...(person.community && { detail: person.isVerified ? '社区已核实' : '还没核实，点开看怎么核实' })}
            value={person.community?.name ?? '还没选'}
            to="community"
          />
          {person.hasPassword && <Cell label="修改密码" to="password" />}
        </List>
      </Box>
      <Box as="p" className={styles.quiet}>
        称呼和手机号加密保存，别人看到的都打了星号。
      </Box>
    </>
  )
}
