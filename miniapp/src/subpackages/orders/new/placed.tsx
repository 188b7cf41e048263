import type { Order } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { open, replace } from '@/platform/navigation'
import { tellPromise } from '@/words/due-words'
import styles from './index.module.scss'

/** The order is in: its number, by when it is done, and what happens next. */
export function Placed({ order }: { order: Order }) {
  const promised = tellPromise(order, new Date())
  return (
    <Page title="点单成功">
      <Box className={styles.placed} role="status">
        <Box className={styles.tick} isHidden>
          ✓
        </Box>
        <Box as="h2" className={styles.placedTitle}>
          已送到{order.communityName}
        </Box>
        <Box as="p" className={styles.no}>
          单号 {order.no}
        </Box>
        {promised && (
          <Box as="p" className={styles.by}>
            {promised.words}
          </Box>
        )}
      </Box>
      <Box className={styles.next}>
        <Box as="h3" className={styles.nextTitle}>
          接下来
        </Box>
        <Box as="ol" className={styles.nextList}>
          <Box as="li">1. 社区接单，并安排人来办</Box>
          <Box as="li">2. 办到哪一步，在“我的单”里随时能看</Box>
          <Box as="li">
            {order.isOwn ? '3. 办好后请你评价，街道会看' : '3. 办好后请本人评价；没有手机的，街道会打电话来问'}
          </Box>
        </Box>
        {order.community.servicePhone && (
          <Box as="p" className={styles.note}>
            有急事可以打社区电话 {order.community.servicePhone}
          </Box>
        )}
      </Box>
      <Box className={styles.buttons}>
        <Button kind="primary" onPress={() => replace('order', { id: order.id })}>
          看办理进度
        </Button>
        <Button onPress={() => open('orders')}>去我的单</Button>
      </Box>
    </Page>
  )
}
