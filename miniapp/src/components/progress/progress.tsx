import { View } from '@tarojs/components'
import { Box } from '../box/box'
import type { ProgressProps } from './progress.types'
import styles from './progress.module.scss'

/** How far something has come that takes a while. WeChat reads no value beside the label. */
export function Progress({ label, value, words }: ProgressProps) {
  return (
    <View className={styles.progress ?? ''} ariaRole="progressbar" ariaLabel={`${label}，${words}`}>
      <Box as="span" className={styles.words} isHidden>
        {words}
      </Box>
      <View className={styles.track ?? ''} ariaHidden>
        <View className={styles.bar ?? ''} style={{ width: `${value}%` }} />
      </View>
    </View>
  )
}
