import type { Membership } from '@xinban/shared/contracts'
import { apiBase } from '@xinban/shared/routes'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import { saveFile } from '@/platform/save-file'
import { mostLagging } from './overview-row'
import { OverviewRows } from './overview-rows'
import styles from '../index.module.scss'

/** Every community below in one table, what lags most first, and the same to take along. */
export function Overview({ membership: { org } }: { membership: Membership }) {
  const query = { org: org.code }
  const { data, problem, isLoading, reload } = useRemote('open-data.json', { params: { set: 'board' }, query })
  if (isLoading) return <Skeleton />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  const rows = data.rows.map((cells) => ({ id: String(cells.orgCode), cells })).sort(mostLagging)
  const take = async (set: 'board' | 'pledges') =>
    say(await saveFile(`${apiBase}/open-data/${set}.csv?org=${org.code}`).catch(() => '没能下载，请检查网络后再试一次'))
  return (
    <>
      <Box className={styles.actions}>
        <Button size="small" onPress={() => void take('board')}>
          导出这张表
        </Button>
        <Button size="small" onPress={() => void take('pledges')}>
          导出每件实事
        </Button>
      </Box>
      {rows.length === 0 ? <Empty title="下面还没有社区" detail="先在组织里导入社区" /> : <OverviewRows rows={rows} />}
    </>
  )
}
