import { useReachBottom } from '@tarojs/taro'
import type { PledgeList } from '@xinban/shared/contracts'
import { chinaDate, isPublished, lights, lightWords, pledgeListStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { LightBadge } from '@/components/pledges/light-badge'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { usePageQuery } from '@/platform/navigation'
import { sayListProgress } from '@/words/pledges'
import styles from './index.module.scss'

/** The lists of an org and everything below it, side by side, for anyone. */
export default function PledgeLists() {
  const { org } = usePageQuery()
  return (
    <Page title="各社区的十件实事" isWide isRefreshable>
      {org ? <Lists org={org} /> : <Empty title="没有说是哪里" detail="请从“十件实事”打开" />}
    </Page>
  )
}

function Lists({ org }: { org: string }) {
  const year = Number(chinaDate(useNow()).slice(0, 4))
  const lists = usePages('pledge-lists.list', { org, year })
  useReachBottom(lists.loadMore)
  return (
    <PagedList
      isInColumns
      pages={lists}
      empty={<Empty title={`${year} 年还没有清单`} detail="社区开始问需后会出现在这里" />}
    >
      {(list) => <ListCard list={list} />}
    </PagedList>
  )
}

function ListCard({ list }: { list: PledgeList }) {
  return (
    <Box as="li" className={styles.card}>
      <Link to="pledge-list" query={{ id: list.id }} className={styles.link}>
        <Box as="h2" className={styles.title}>
          {list.org.name}
        </Box>
        <Box as="p" className={styles.meta}>
          {pledgeListStateWords[list.state]}
          {isPublished(list.state) && ` · ${sayListProgress(list)}`}
        </Box>
        <Box className={styles.lights}>
          {lights.map((light) => {
            const count = list.pledges.filter((pledge) => pledge.light === light).length
            return count > 0 && <LightBadge key={light} light={light} word={`${lightWords[light]} ${count}`} />
          })}
        </Box>
      </Link>
    </Box>
  )
}
