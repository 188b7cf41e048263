import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { ContactViewRows } from './contact-view-rows'
import styles from './index.module.scss'

/** Who looked at whose contact, and why. */
export default function ContactViews() {
  const session = useSession()
  return (
    <Page title="查看记录" isWide isRefreshable={session !== null}>
      {session ? <ContactViewList /> : <SignInPrompt detail="督查和区管理员登录后可以看" />}
    </Page>
  )
}

function ContactViewList() {
  const now = useNow()
  const membershipId = useMembership()?.id
  const views = usePages('contact-views.list', membershipId === undefined ? {} : { membershipId })
  useReachBottom(views.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        谁看过居民的联系方式，什么时候、为什么，都记在这里。
      </Box>
      <PagedFrame pages={views} empty={<Empty title="还没有人看过" detail="有人看了居民的联系方式，会出现在这里" />}>
        <ContactViewRows views={views.items} now={now} />
      </PagedFrame>
    </>
  )
}
