import { renderSVG } from 'uqr'
import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { Picture } from '@/components/picture/picture'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { printPage } from '@/platform/print'
import { publicAddress } from '@/platform/public-address'
import { tellCategory } from '../wish-words'
import styles from '../wishes.module.scss'

/** One wish on a sheet of A4 for the hall of the community; of a person there is nothing on it. */
export default function Poster() {
  const { id } = usePageQuery()
  const { data: order, problem, isLoading, reload } = useRemote('orders.show', id ? { params: { id } } : null)
  return (
    <Page title="心愿海报" isRefreshable>
      {!id && <Empty title="没有说是哪个心愿" detail="请从心愿墙里打开" />}
      {isLoading && <Skeleton cards={1} />}
      {problem && !order && <ErrorState problem={problem} onRetry={reload} />}
      {order && order.wish?.title && <Sheet order={order} title={order.wish.title} />}
      {order && !order.wish?.title && <Empty title="这个心愿还没有上墙" detail="街道审过后，才能做成海报" />}
    </Page>
  )
}

function Sheet({ order, title }: { order: Order; title: string }) {
  const address = publicAddress('wish', { id: order.id })
  const code = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
  return (
    <>
      <Box as="section" className={styles.poster}>
        <Box as="p" className={styles.lead}>
          {order.communityName} · 心愿墙
        </Box>
        <Box as="h2" className={styles.posterTitle}>
          {title}
        </Box>
        <Box as="p" className={styles.lead}>
          {tellCategory(order)}
        </Box>
        <Picture url={code} alt={`二维码：${address}`} className={styles.qr} />
        <Box as="p" className={styles.lead}>
          扫一扫，帮忙圆一个心愿
        </Box>
        <Box as="p" className={styles.quiet}>
          单位和志愿队请先在街道登记，再来认领
        </Box>
      </Box>
      {printPage && (
        <Box className={[styles.actions, styles.onScreen].join(' ')}>
          <Button kind="primary" onPress={printPage}>
            打印海报
          </Button>
        </Box>
      )}
    </>
  )
}
