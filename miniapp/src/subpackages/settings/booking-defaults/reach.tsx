import type { PreviewedDefaults } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import styles from '../settings.module.scss'

interface ReachProps {
  reach: PreviewedDefaults
  now: Date
  isBusy: boolean
  onSave: () => void
}

/** How many halls would change, whose place would be gone, and the way to save. */
export function Reach({ reach: { halls, affected, bookings }, now, isBusy, onSave }: ReachProps) {
  return (
    <Box as="section" className={styles.panel}>
      <Box as="h2" className={styles.heading} role="status">
        {halls === 0 ? '没有大厅跟着改' : `${halls} 个大厅跟着改`}，
        {affected === 0 ? '不影响已经约好的人' : `${affected} 个已经约好的人要换时间`}
      </Box>
      {affected > 0 && (
        <Box as="p" className={styles.detail}>
          保存后，他们马上收到通知，点一下就能换到下面的时间；没有合适的，也可以自己另选。
        </Box>
      )}
      <Box as="ul" className={styles.list}>
        {bookings.map(({ id, hall, person, item, start, offers }) => (
          <Box as="li" key={id} className={styles.entry}>
            <Box as="p" className={styles.entryHead}>
              {[person ?? '没有留姓名', item, sayTime(new Date(start), now)].join(' · ')}
            </Box>
            <Box as="p" className={styles.detail}>
              {hall.name}；
              {offers.length === 0
                ? '最近没有空位可以换，请大厅打电话商量'
                : `可以换到 ${offers.map((offer) => sayTime(new Date(offer), now)).join('、')}`}
            </Box>
          </Box>
        ))}
      </Box>
      {affected > bookings.length && (
        <Box as="p" className={styles.detail}>
          还有 {affected - bookings.length} 个没有列出来。
        </Box>
      )}
      <Button kind="primary" isBusy={isBusy} onPress={onSave}>
        {affected === 0 ? '保存' : `保存，并通知这 ${affected} 个人`}
      </Button>
    </Box>
  )
}
