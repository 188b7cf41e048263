import { useState } from 'react'
import type { PledgeList } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { ListView } from '@/components/pledges/list-view'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useMembership, useSession } from '@/hooks/use-session'
import { useSite } from '@/hooks/use-site'
import { open } from '@/platform/navigation'
import { writesPledges } from '@/words/pledge-entries'
import styles from './index.module.scss'

/** This year's ten things of my community, and of the years before. */
export default function Pledges() {
  const community = useSession()?.person.community
  const district = useSite()?.district
  const membership = useMembership()
  return (
    <Page title="十件实事" tab="pledges" isRefreshable>
      {membership && writesPledges(membership.role) && (
        <Link to="pledge-desk" className={styles.desk}>
          实事工作台 · {membership.org.name}
        </Link>
      )}
      {community ? (
        <OwnLists code={community.code} name={community.name} />
      ) : (
        <Empty
          title="还没有选社区"
          detail="选好你住的社区，就能看到它今年承诺的十件实事"
          action={
            <Button kind="primary" size="small" onPress={() => open('community')}>
              去选社区
            </Button>
          }
        />
      )}
      {district && (
        <Link to="pledge-lists" query={{ org: district.code }} className={styles.others}>
          看全区各社区的十件实事 ›
        </Link>
      )}
    </Page>
  )
}

function OwnLists({ code, name }: { code: string; name: string }) {
  const now = useNow()
  const { data, problem, isLoading, reload } = useRemote('pledge-lists.list', { query: { org: code, limit: 5 } })
  if (isLoading) return <Skeleton />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  if (data.items.length === 0) {
    return <Empty title="还没有清单" detail={`${name}还没有开始今年的十件实事，开始问需时会告诉你`} />
  }
  return <Years lists={data.items} now={now} />
}

function Years({ lists, now }: { lists: readonly PledgeList[]; now: Date }) {
  const [year, setYear] = useState(String(lists[0]?.year))
  const list = lists.find((one) => String(one.year) === year) ?? lists[0]
  const tabs = lists.map((one) => ({ key: String(one.year), word: `${one.year} 年` }))
  return (
    <>
      {lists.length > 1 && <Tabs label="年份" tabs={tabs} active={year} panelId="pledge-year" onChange={setYear} />}
      <Box id="pledge-year" role="tabpanel" label={`${year} 年的清单`}>
        {list && <ListView list={list} now={now} />}
      </Box>
    </>
  )
}
