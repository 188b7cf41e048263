import type { AffectedBooking } from '@xinban/shared/contracts'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useNow } from '@/hooks/use-now'
import styles from './index.module.scss'

interface AffectedProps {
  affected: readonly AffectedBooking[]
  isBusy: boolean
  onSave: () => void
}

const reasonWords: Record<AffectedBooking['reason'], string> = {
  closed: '这一天不办理了',
  no_slot: '这个时间没有了',
  less_capacity: '位置变少了',
  hall_closed: '大厅停用',
  item_removed: '这里不办这个事项了',
}

/** Whose place would be gone, and what they would be offered; then the way to save. */
export function Affected({ affected, isBusy, onSave }: AffectedProps) {
  const now = useNow()
  return (
    <Box as="section" className={styles.affected}>
      <Box as="h2" className={styles.heading} role="status">
        {affected.length === 0 ? '不影响已经约好的人' : `${affected.length} 个已经约好的人要换时间`}
      </Box>
      {affected.length > 0 && (
        <Box as="p" className={styles.quiet}>
          保存后，他们马上收到通知，点一下就能换到下面的时间；没有合适的，也可以自己另选。
        </Box>
      )}
      <Box as="ul" className={styles.list}>
        {affected.map(({ id, person, item, start, reason, offers }) => (
          <Box as="li" key={id} className={styles.one}>
            <Box as="p" className={styles.who}>
              {[person ?? '没有留姓名', item, sayTime(new Date(start), now)].join(' · ')}
            </Box>
            <Box as="p" className={styles.quiet}>
              {reasonWords[reason]}；
              {offers.length === 0
                ? '最近没有空位可以换，请打电话商量'
                : `可以换到 ${offers.map((offer) => sayTime(new Date(offer), now)).join('、')}`}
            </Box>
          </Box>
        ))}
      </Box>
      <Button kind="primary" isBusy={isBusy} onPress={onSave}>
        {affected.length === 0 ? '保存' : `保存，并通知这 ${affected.length} 个人`}
      </Button>
    </Box>
  )
}
