import { printPage } from '@/platform/print'
import { useIsWide } from '@/platform/wide'
import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './order-view.module.scss'

/** For a desk, where a printer stands. */
export function PrintButton() {
  const isWide = useIsWide()
  if (!isWide || !printPage) return null
  return (
    <Box className={styles.print}>
      <Button size="small" onPress={printPage}>
        打印
      </Button>
    </Box>
  )
}
