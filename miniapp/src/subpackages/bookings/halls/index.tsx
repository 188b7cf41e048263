import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Point } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Cell, List } from '@/components/cell/cell'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SearchBox } from '@/components/search-box/search-box'
import { Empty, Skeleton } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useLocate } from '@/hooks/use-locate'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { useSettled } from '@/hooks/use-settled'
import { useSite } from '@/hooks/use-site'
import { usePageQuery } from '@/platform/navigation'
import { areasOf, hallQuery, type Area } from './areas'
import { HallCard } from './hall-card'
import styles from './index.module.scss'

const restMs = 400
const panelId = 'halls-list'

/** Where something can be done in person: by its name, by the area, by the distance. */
export default function Halls() {
  const session = useSession()
  const site = useSite()
  const asked = usePageQuery().q
  const [typed, setTyped] = useState(() => asked ?? '')
  const settled = useSettled(typed.trim(), restMs)
  const [point, setPoint] = useState<Point>()
  const [area, setArea] = useState<Area>()
  const location = useLocate()
  const areas = areasOf(session?.person.community?.code, site?.district?.code, point !== undefined)
  const active = areas.find(({ key }) => key === area)?.key ?? areas[0]?.key
  const pages = usePages('halls.list', hallQuery(areas, active, point, typed.trim() === '' ? '' : settled))
  useReachBottom(pages.loadMore)

  async function nearMe() {
    const position = await location.find()
    if (!position) return
    setPoint(position.point)
    setArea('near')
  }

  return (
    <Page title="我要预约" isWide isRefreshable>
      <SearchBox
        id="halls-q"
        label="找大厅或事项"
        placeholder="例如：社保、行政审批、曙光路"
        value={typed}
        maxLength={40}
        onChange={setTyped}
      />
      <Box className={styles.mine}>
        <List>
          {session && <Cell label="我的预约" detail="改时间、取消、签到、排队号" to="bookings" />}
          <Cell label="哪里能办" detail="区、镇街、社区各办什么，哪些通办" to="handled" />
        </List>
      </Box>
      {active !== undefined && (
        <Tabs label="哪里的大厅" tabs={areas} active={active} panelId={panelId} onChange={setArea} />
      )}
      {!point && (
        <Box className={styles.locate}>
          <Button size="small" isBusy={location.isBusy} onPress={() => void nearMe()}>
            找离我近的
          </Button>
          {location.refusal !== undefined && (
            <Box as="p" className={styles.refusal} role="alert">
              {location.refusal}
            </Box>
          )}
        </Box>
      )}
      <Box id={panelId} role="tabpanel" label="大厅">
        {active === undefined && <Skeleton />}
        <PagedList
          pages={pages}
          isInColumns
          empty={
            active !== undefined && (
              <Empty
                title="没有找到大厅"
                detail={active === 'district' ? '换个词试试，也可以打社区电话问' : '换个词，或者到全区找找'}
                action={
                  active !== 'district' && (
                    <Button size="small" onPress={() => setArea('district')}>
                      到全区找
                    </Button>
                  )
                }
              />
            )
          }
        >
          {(hall) => <HallCard hall={hall} />}
        </PagedList>
      </Box>
    </Page>
  )
}
