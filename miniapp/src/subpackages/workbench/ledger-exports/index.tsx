import { useReachBottom } from '@tarojs/taro'
import { readsLedgerExports } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { ExportCard } from './export-card'
import styles from '../record-cards.module.scss'

/** Who exported which ledger, when, and what was handed out. */
export default function LedgerExports() {
  const session = useSession()
  const membership = useMembership()
  const isReader = membership && readsLedgerExports(membership.role)
  return (
    <Page title="导出记录" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="督查和区管理员登录后可以看" />}
      {session && isReader && <ExportList membershipId={membership.id} />}
      {session && !isReader && <Empty title="导出记录给督查和区管理员看" detail="有多个身份时，先到“我的”换身份" />}
    </Page>
  )
}

function ExportList({ membershipId }: { membershipId: string }) {
  const now = useNow()
  const records = usePages('ledger-exports.list', { membershipId })
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
