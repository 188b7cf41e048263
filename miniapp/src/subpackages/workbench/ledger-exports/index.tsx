import { useReachBottom } from '@tarojs/taro'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { ExportCard } from './export-card'
import styles from './index.module.scss'

/** Who exported which ledger, when, and what was handed out. */
export default function LedgerExports() {
  const session = useSession()
  return (
    <Page title="导出记录" isRefreshable={session !== null}>
      {session ? <ExportList /> : <SignInPrompt detail="督查和区管理员登录后可以看" />}
    </Page>
  )
}

function ExportList() {
  const now = useNow()
  const membershipId = useMembership()?.id
  const records = usePages('ledger-exports.list', membershipId === undefined ? {} : { membershipId })
  useReachBottom(records.loadMore)
  return (
    <>
      <Box as="p" className={styles.lead}>
        谁导出了哪本台账，什么时候、哪个范围、取走多少行，都记在这里。
      </Box>
      <PagedList
        pages={records}
        empty={<Empty title="还没有人导出过" detail="有人导出台账，不管有没有下载，都会出现在这里" />}
      >
        {(record) => <ExportCard record={record} now={now} />}
      </PagedList>
    </>
  )
}
