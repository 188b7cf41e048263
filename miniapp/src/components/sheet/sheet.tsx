import { View } from '@tarojs/components'
import { Box } from '../box/box'
import { SheetActions } from './sheet-actions'
import type { SheetProps } from './sheet.types'
import styles from './sheet.module.scss'

/** What can be done besides the one thing that a screen offers first; a tap beside it closes it. */
export function Sheet(props: SheetProps) {
  return (
    <View catchMove>
      <View className={styles.veil ?? ''} ariaHidden onClick={props.onClose} />
      <View className={[styles.sheet, styles.fixed].join(' ')} ariaRole="dialog" ariaLabel={props.title}>
        <Box as="h2" className={styles.title}>
          {props.title}
        </Box>
        <SheetActions {...props} />
      </View>
    </View>
  )
}
