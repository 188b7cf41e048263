import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { printPage } from '@/platform/print'
import { useIsWide } from '@/platform/wide'
import styles from './index.module.scss'

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
