import { View } from '@tarojs/components'
import { Box } from '../box/box'
import { DialogActions } from './dialog-actions'
import type { DialogProps } from './dialog.types'
import styles from './dialog.module.scss'

/** Asks before something that cannot be taken back, or that everyone will see. */
export function Dialog(props: DialogProps) {
  return (
    <View className={styles.veil ?? ''} catchMove>
      <View className={styles.dialog ?? ''} ariaRole="dialog" ariaLabel={props.title}>
        <Box as="h2" className={styles.title}>
          {props.title}
        </Box>
        <Box className={styles.body}>{props.children}</Box>
        <DialogActions {...props} />
      </View>
    </View>
  )
}
