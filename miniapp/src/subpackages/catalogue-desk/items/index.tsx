import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { SearchForm } from '@/components/search-form/search-form'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { open } from '@/platform/navigation'
import { EditorsOnly } from '../editors-only'
import { ItemRows } from './item-rows'
import styles from './index.module.scss'

/** Every item of the district: drafts, what is in service, and what is closed. */
export default function Items() {
  return (
    <Page title="服务事项" isWide isRefreshable>
      <EditorsOnly>{(district) => <ItemsOf district={district} />}</EditorsOnly>
    </Page>
  )
}

function ItemsOf({ district }: { district: OrgRef }) {
  const now = useNow()
  const [q, setQ] = useState('')
  const items = usePages('service-items.manage', { districtCode: district.code, limit: 50, ...(q !== '' && { q }) })
  useReachBottom(items.loadMore)
  return (
    <>
      <Box className={styles.head}>
        <Box className={styles.search}>
          <SearchForm id="items-q" label="找事项" placeholder="名称或常用说法" onSearch={setQ} />
        </Box>
        <Button kind="primary" size="small" className={styles.add} onPress={() => open('edit-item')}>
          新建事项
        </Button>
      </Box>
      <PagedFrame
        pages={items}
        empty={
          q === '' ? (
            <Empty title="还没有服务事项" detail="点“新建事项”，写好以后再发布" />
          ) : (
            <Empty title="没有找到" detail="换个词再找找，或者清空搜索看全部" />
          )
        }
      >
        <ItemRows items={items.items} now={now} />
      </PagedFrame>
    </>
  )
}
