import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { CommunityPicker } from '@/components/community-picker/community-picker'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { keepsPlaces } from '@/words/places'
import { PlaceCard } from './place-card'
import { NewPlace } from './new-place'
import styles from './index.module.scss'

/** The places of a community, as its staff keep them. */
export default function Places() {
  const session = useSession()
  const membership = useMembership()
  const isCommunity = membership?.org.level === 'community'
  const [chosen, setChosen] = useState<string>()
  const code = isCommunity ? membership.org.code : chosen
  return (
    <Page title="地点" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区、街道的工作人员登录后可以维护地点" />}
      {session && !(membership && keepsPlaces(membership.role)) && (
        <Empty title="你的身份不维护地点" detail="地点由社区和街道的工作人员维护" />
      )}
      {membership && keepsPlaces(membership.role) && (
        <>
          <Box as="p" className={styles.lead}>
            居民点单时，可以从这里选小区、路段。所有人都能看到，请不要写住户的姓名和门牌号。
          </Box>
          {!isCommunity && (
            <Box className={styles.form}>
              <CommunityPicker id="places" value={chosen} onChange={setChosen} />
            </Box>
          )}
          {code !== undefined && <PlacesOf key={code} communityCode={code} />}
        </>
      )}
    </Page>
  )
}

function PlacesOf({ communityCode }: { communityCode: string }) {
  const [isAdding, setAdding] = useState(false)
  const places = usePages('places.list', { communityCode, state: 'all', limit: 50 })
  useReachBottom(places.loadMore)
  const reload = () => void places.reload()

  return (
    <>
      {isAdding ? (
        <NewPlace
          communityCode={communityCode}
          onDone={() => {
            setAdding(false)
            reload()
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button kind="primary" className={styles.add} onPress={() => setAdding(true)}>
          加一个地点
        </Button>
      )}
      <PagedList
        pages={places}
        isInColumns
        empty={<Empty title="还没有地点" detail="把居民常说的小区、路段加进来，点单时就能选" />}
      >
        {(place) => <PlaceCard key={place.version} place={place} onChanged={reload} />}
      </PagedList>
    </>
  )
}
