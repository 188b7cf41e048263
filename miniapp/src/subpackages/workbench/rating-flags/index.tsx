import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { FlagCard } from './flag-card'
import styles from '../record-cards.module.scss'

/** Ratings that look like brushing, for the auditor. */
export default function RatingFlags() {
  const session = useSession()
  return (
    <Page title="评价提示" isRefreshable={session !== null}>
      {session ? <FlagList /> : <SignInPrompt detail="督查和区管理员登录后可以看" />}
    </Page>
  )
}

function FlagList() {
  const now = useNow()
  const membershipId = useMembership()?.id
  const flags = usePages('rating-flags.list', membershipId === undefined ? {} : { membershipId })
  useReachBottom(flags.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        这些评价照样算数，只是评得像刷出来的，请核实一下。一家人合用手机也会出现在这里；确有问题的，由街道申请剔除。
      </Box>
      <PagedList pages={flags} empty={<Empty title="没有要看的评价" detail="评得太多太快的，会出现在这里" />}>
        {(flag) => <FlagCard flag={flag} now={now} onLooked={flags.put} />}
      </PagedList>
    </>
  )
}
