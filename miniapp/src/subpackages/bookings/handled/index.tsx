import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { HandledItem } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SearchBox } from '@/components/search-box/search-box'
import { Empty, Skeleton } from '@/components/states/states'
import { Tag } from '@/components/tag/tag'
import { usePages } from '@/hooks/use-pages'
import { useSettled } from '@/hooks/use-settled'
import { useSite } from '@/hooks/use-site'
import { usePageQuery } from '@/platform/navigation'
import { hallLevel, scopeWords } from '@/words/bookings'
import styles from './index.module.scss'

const restMs = 400
const levels = ['district', 'street', 'community'] as const

/** What each level of a district handles in person, and at which halls; 全区通办 and 全街通办 are marked. */
export default function Handled() {
  const site = useSite()
  const asked = usePageQuery().org
  const [typed, setTyped] = useState('')
  const settled = useSettled(typed.trim(), restMs)
  const org = asked ?? site?.district?.code
  const q = typed.trim() === '' ? '' : settled
  const items = usePages('halls.items', org === undefined ? null : { org, ...(q !== '' && { q }) })
  useReachBottom(items.loadMore)
  return (
    <Page title="哪里能办" isWide isRefreshable>
      <SearchBox
        id="handled-q"
        label="找事项"
        placeholder="例如：社保、医保、结婚"
        value={typed}
        maxLength={40}
        onChange={setTyped}
      />
      <PagedList
        pages={items}
        isInColumns
        empty={
          org === undefined ? <Skeleton /> : <Empty title="没有找到这个事项" detail="换个词试试，也可以打社区电话问" />
        }
      >
        {(handled) => <Item handled={handled} />}
      </PagedList>
    </Page>
  )
}

/** More than a few halls of a level are counted, not listed: there may be one in each community. */
const listedAtMost = 6

function Item({ handled: { item, halls } }: { handled: HandledItem }) {
  return (
    <Box as="li" className={styles.card}>
      <Box as="h2" className={styles.name}>
        {item.name}
      </Box>
      <Box as="p" className={styles.quiet}>
        {item.category}
      </Box>
      {levels.map((level) => {
        const ofLevel = halls.filter(({ org }) => org.level === level)
        const [first] = ofLevel
        if (!first) return null
        return (
          <Box as="section" key={level} className={styles.level}>
            <Box as="h3" className={styles.levelName}>
              {hallLevel(first)} {ofLevel.length} 个
            </Box>
            <Box as="ul" className={styles.halls}>
              {ofLevel.slice(0, listedAtMost).map(({ id, name, scope }) => (
                <Box as="li" key={id}>
                  <Link to="hall" query={{ id }} className={styles.link}>
                    {name}
                  </Link>
                  {scope !== 'own' && <Tag>{scopeWords[scope]}</Tag>}
                </Box>
              ))}
            </Box>
            {ofLevel.length > listedAtMost && (
              <Link to="halls" query={{ q: item.name }} className={styles.link}>
                还有 {ofLevel.length - listedAtMost} 个，按远近找
              </Link>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
