import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { SearchForm } from '@/components/search-form/search-form'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { useRefresher } from '@/hooks/use-refresher'
import { useReturn } from '@/hooks/use-return'
import { useMembership, useSession } from '@/hooks/use-session'
import { switchesOwnOffers } from '@/words/desk-entries'
import { OfferableRow } from './offerable-row'
import styles from './index.module.scss'

/** What residents can order here: a street or community decides on its own offers. */
export default function OwnOffers() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="提供哪些服务" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="街道和社区的工作人员登录后可以调整" />}
      {session && !(membership && switchesOwnOffers(membership.role)) && (
        <Empty
          title="这里由街道和社区的工作人员调整"
          detail="要调整提供哪些服务，请联系他们。有多个身份时，先到“我的”换身份"
        />
      )}
      {membership && switchesOwnOffers(membership.role) && <OffersOf key={membership.org.code} org={membership.org} />}
    </Page>
  )
}

function OffersOf({ org }: { org: OrgRef }) {
  const [q, setQ] = useState('')
  /** What was switched since the list came. */
  const [switched, setSwitched] = useState<Readonly<Record<string, boolean>>>({})
  const items = usePages('service-items.offerable', { org: org.code, limit: 50, ...(q !== '' && { q }) })
  useReachBottom(items.loadMore)
  useReturn(() => setSwitched({}))
  useRefresher(() => {
    setSwitched({})
    return Promise.resolve('fresh')
  })
  return (
    <>
      <Box as="p" className={styles.lead}>
        这里的居民能点到哪些服务。打开就提供，关掉居民就点不到；已经点的单照常办。
      </Box>
      <SearchForm id="own-offers-q" label="找事项" placeholder="名称或常用说法" onSearch={setQ} />
      <PagedFrame
        pages={items}
        empty={
          q === '' ? (
            <Empty title="区里还没有发布服务事项" detail="区管理员发布以后，会出现在这里" />
          ) : (
            <Empty title="没有找到" detail="换个词再找找，或者清空搜索看全部" />
          )
        }
      >
        <Box as="ul" className={styles.list} label="服务事项">
          {items.items.map((item) => (
            <OfferableRow
              key={item.id}
              item={item}
              org={org}
              isOffered={switched[item.id] ?? item.isOfferedHere}
              onSwitched={(isOffered) => setSwitched((before) => ({ ...before, [item.id]: isOffered }))}
            />
          ))}
        </Box>
      </PagedFrame>
    </>
  )
}
