import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import type { ServiceItem } from '@xinban/shared/contracts'
import styles from './hints.module.scss'

export const chosenItemId = 'chosen-item'

interface ChosenItemProps {
  itemId: string
  /** Undefined while it is fetched. */
  item: ServiceItem | undefined
  /** Only where it was taken from the hints: back to one's own words. */
  onUndo: (() => void) | undefined
}

/** The service that is ordered, and the way to what the guide says of it. */
export function ChosenItem({ itemId, item, onUndo }: ChosenItemProps) {
  return (
    <Box id={chosenItemId} className={styles.chosen}>
      <Box as="p" className={styles.chosenName} role="status">
        {item ? `点的服务：${item.name}` : '点的服务'}
      </Box>
      <Box className={styles.chosenWays}>
        <Link to="guide" query={{ id: itemId }} className={styles.way} label={item && `看说明：${item.name}`}>
          看说明
        </Link>
        {onUndo && (
          <Button kind="plain" size="small" onPress={onUndo}>
            换成自己的话
          </Button>
        )}
      </Box>
    </Box>
  )
}
