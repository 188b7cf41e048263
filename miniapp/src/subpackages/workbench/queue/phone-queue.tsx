import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { kindWords, orderKinds, type OrderKind } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Chips } from '@/components/chips/chips'
import { DeskEntries } from '@/components/desk-entries/desk-entries'
import { SearchForm } from '@/components/search-form/search-form'
import { Tabs } from '@/components/tabs/tabs'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { queueTabsOf, tabsInUse, tellNotMine, urgentIn, waitingIn } from '@/words/queue-tabs'
import { QueueList } from './queue-list'
import { RoleBar } from './role-bar'
import type { WorkbenchProps } from './workbench.types'
import styles from './index.module.scss'

type Narrowing = OrderKind | 'urgent' | 'due'
const kinds: readonly { value: Narrowing; word: string }[] = orderKinds.map((kind) => ({
  value: kind,
  word: kindWords[kind],
}))

const dueChip = { value: 'due' as const, word: '按时限' }

/** The workbench on a phone: one list, narrowed by tabs, a kind and a search. */
export function PhoneQueue({ membership }: WorkbenchProps) {
  const views = queueTabsOf(membership.role)
  const [viewKey, setViewKey] = useState<string>()
  const [kind, setKind] = useState<OrderKind>()
  const [isUrgentOnly, setUrgentOnly] = useState(false)
  const [isByDue, setByDue] = useState(false)
  const [q, setQ] = useState('')
  const counts = useRemote('orders.counts', { query: { membershipId: membership.id } })
  const view = views.find(({ key }) => key === viewKey) ?? views[0]
  /** What is over is due nowhere, and a task goes by its due time anyway. */
  const hasDue = view.sort === 'urgent'
  const orders = usePages('orders.list', {
    view: 'queue',
    membershipId: membership.id,
    status: view.statuses.join(','),
    sort: isByDue && hasDue ? 'due' : view.sort,
    ...(view.task && { task: view.task }),
    ...(isUrgentOnly && { urgency: 'urgent' }),
    ...(kind && { kind }),
    ...(q !== '' && { q }),
  })

  const urgentCount = urgentIn(view, counts.data)
  const urgentChip = { value: 'urgent' as const, word: ['▲ 只看紧急', urgentCount].join(' ').trim() }
  const notMine = tellNotMine(view, counts.data, membership.role)

  function toggle(value: Narrowing) {
    if (value === 'urgent') setUrgentOnly(!isUrgentOnly)
    else if (value === 'due') setByDue(!isByDue)
    else setKind(value === kind ? undefined : value)
  }

  async function refresh() {
    counts.reload()
    await orders.reload()
  }
  useReachBottom(orders.loadMore)

  return (
    <>
      <RoleBar current={membership} />
      <Tabs
        label="按进度查看"
        tabs={tabsInUse(views, counts.data, view).map((tab) => ({
          key: tab.key,
          word: tab.word,
          count: waitingIn(tab, counts.data),
        }))}
        active={view.key}
        panelId="queue"
        onChange={setViewKey}
      />
      <SearchForm id="queue-q" label="找单" placeholder="单号、标题或地点" onSearch={setQ} />
      <Box className={styles.kinds}>
        <Chips
          label="只看"
          options={[urgentChip, ...(hasDue ? [dueChip] : []), ...kinds]}
          chosen={[
            ...(isUrgentOnly ? ['urgent' as const] : []),
            ...(isByDue && hasDue ? ['due' as const] : []),
            ...(kind ? [kind] : []),
          ]}
          onToggle={toggle}
        />
      </Box>
      <Box id="queue" role="tabpanel" label="单子列表">
        {notMine !== undefined && (
          <Box as="p" className={styles.notMine}>
            {notMine}
          </Box>
        )}
        <QueueList
          orders={orders}
          homeCode={membership.org.code}
          isNarrowed={kind !== undefined || isUrgentOnly || q !== ''}
          onChanged={refresh}
        />
      </Box>
      <DeskEntries role={membership.role} />
    </>
  )
}
