import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useMembership, useSession } from '@/hooks/use-session'
import { confirmsResidents } from '@/words/desk-entries'
import { FindResident } from './find-resident'
import styles from './index.module.scss'

/** Where staff of a community confirm who lives there. */
export default function Residents() {
  const session = useSession()
  const membership = useMembership()
  const community = membership && confirmsResidents(membership.role) ? membership.org : undefined
  return (
    <Page title="核实居民">
      {!session && <SignInPrompt detail="社区的工作人员登录后可以核实居民" />}
      {session && !community && <Empty title="你的身份不核实居民" detail="居民住在哪里，由所在社区的工作人员来核实" />}
      {community && (
        <>
          <Box as="p" className={styles.lead}>
            居民带手机来，或者你上门，当面核对后再核实。核实过的居民可以参加票决和测评，给实事评分、提异议。
          </Box>
          <FindResident key={community.code} community={community} />
        </>
      )}
    </Page>
  )
}
