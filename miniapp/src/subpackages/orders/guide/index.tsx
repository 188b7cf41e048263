import type { ServiceItem } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { GuideText } from '@/components/guide/guide-text'
import { Link } from '@/components/link/link'
import { Page } from '@/components/page/page'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { open, usePageQuery } from '@/platform/navigation'
import styles from './index.module.scss'

/** The guide of an item, or what it said at `version`: an order keeps the one it was placed under. */
export default function Guide() {
  const { id, version } = usePageQuery()
  const {
    data: item,
    problem,
    isLoading,
    reload,
  } = useRemote('service-items.show', id ? { params: { id }, query: { version } } : null)
  const order = item?.state === 'open' && item.version === item.latestVersion && (
    <Button kind="primary" onPress={() => open('new-order', { item: item.id, kind: item.kind })}>
      点这个单
    </Button>
  )
  return (
    <Page title="服务说明" isRefreshable {...(order && { footer: order })}>
      {!id && <Empty title="没有说是哪项服务" detail="请从“我要点单”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !item && <ErrorState problem={problem} onRetry={reload} />}
      {item && (
        <>
          <Standing item={item} />
          <GuideText item={item} />
        </>
      )}
    </Page>
  )
}

/** What to know before reading: that the text is an old one, or that the item is no longer offered. */
function Standing({ item: { id, version, latestVersion, publishedAt, state } }: { item: ServiceItem }) {
  const isOld = version < latestVersion
  const now = useNow()
  if (!isOld && state === 'open') return null
  return (
    <Box className={styles.standing}>
      {isOld && (
        <Box as="p" className={styles.standingWords}>
          这是{sayTime(new Date(publishedAt), now)}起用的说明，后来有更新。
        </Box>
      )}
      {state !== 'open' && (
        <Box as="p" className={styles.standingWords}>
          这项服务已经停办，不能再点。已经点的单照常办。
        </Box>
      )}
      {isOld && (
        <Link to="guide" query={{ id }} className={styles.today}>
          看现在的说明 ›
        </Link>
      )}
    </Box>
  )
}
